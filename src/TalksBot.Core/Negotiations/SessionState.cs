namespace TalksBot.Core.Negotiations;

/// <summary>Where a session stands. Numbers are stored: never renumber.</summary>
public enum SessionState
{
    /// <summary>Announced.</summary>
    Planned = 1,

    /// <summary>The parties are in the room.</summary>
    UnderWay = 2,

    /// <summary>Over.</summary>
    Ended = 3,

    /// <summary>It will not take place.</summary>
    Cancelled = 4,
}
