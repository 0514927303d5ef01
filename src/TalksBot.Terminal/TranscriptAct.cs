namespace TalksBot.Terminal;

/// <summary>What happened to a message. The names are stored: never rename.</summary>
internal enum TranscriptAct
{
    /// <summary>It was posted.</summary>
    Post,

    /// <summary>Its content was replaced.</summary>
    Edit,

    /// <summary>It was taken back.</summary>
    Delete,

    /// <summary>What stands before it was on the screen.</summary>
    Shown,
}
