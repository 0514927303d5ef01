namespace TalksBot.Core.Negotiations;

/// <summary>Where a negotiation stands. Numbers are stored: never renumber.</summary>
public enum TalksStatus
{
    /// <summary>Announced; no session has begun.</summary>
    Scheduled = 1,

    /// <summary>The parties are meeting.</summary>
    UnderWay = 2,

    /// <summary>Interrupted; deadlines stand.</summary>
    Suspended = 3,

    /// <summary>An agreement was announced.</summary>
    Agreed = 4,

    /// <summary>The parties gave up, or let the deadline lapse.</summary>
    Collapsed = 5,

    /// <summary>The desk follows them no longer.</summary>
    Closed = 6,
}
