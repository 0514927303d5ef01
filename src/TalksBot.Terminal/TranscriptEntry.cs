namespace TalksBot.Terminal;

/// <summary>One message of the transcript as this process knows it.</summary>
internal sealed class TranscriptEntry(string channel, string reference)
{
    /// <summary>Its channel.</summary>
    public string Channel => channel;

    /// <summary>What people quote.</summary>
    public string Reference => reference;

    /// <summary>This process recorded it, so nobody else can have shown it.</summary>
    public bool IsOurs { get; init; }

    /// <summary>This process showed it.</summary>
    public bool IsShown { get; set; }

    /// <summary>It was taken back.</summary>
    public bool IsTakenBack { get; set; }

    /// <summary>How often it was posted; anything but once means that somebody saw it twice.</summary>
    public int Posts { get; set; }
}
