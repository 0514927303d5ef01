namespace TalksBot.Core.Deliveries;

/// <summary>What sort of news a delivery carries. Numbers are stored: never renumber.</summary>
public enum DeliveryKind
{
    /// <summary>So much time is left.</summary>
    Countdown = 1,

    /// <summary>A deadline passed and nobody has said what came of it.</summary>
    DeadlinePassed = 2,

    /// <summary>A deadline now falls at another time.</summary>
    DeadlineMoved = 3,

    /// <summary>A deadline was met or withdrawn, or the talks have an outcome.</summary>
    Outcome = 4,

    /// <summary>A session is near, starts, moved or is cancelled.</summary>
    Session = 5,

    /// <summary>Something somebody said, with its sourcing.</summary>
    Update = 6,

    /// <summary>An update was wrong and is put right.</summary>
    Correction = 7,

    /// <summary>An update is withdrawn.</summary>
    Kill = 8,

    /// <summary>The daily digest.</summary>
    Digest = 9,

    /// <summary>Word to the desk about the bot itself or about something it must decide.</summary>
    Alarm = 10,

    /// <summary>The talks were suspended, resumed or closed.</summary>
    Status = 11,

    /// <summary>The pinned message that shows where the talks stand.</summary>
    Live = 12,

    /// <summary>What quiet hours held back, in one post.</summary>
    Bundle = 13,

    /// <summary>Nobody has acknowledged an alert.</summary>
    Escalation = 14,

    /// <summary>Something posted was taken back.</summary>
    Undone = 15,
}
