namespace TalksBot.Core.Platforms;

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

    /// <summary>What was said of a deadline or a session reads otherwise.</summary>
    Reworded = 20,

    /// <summary>Word of a deadline or session to one person alone.</summary>
    Reminder = 16,

    /// <summary>The message from which a channel's thread about talks hangs.</summary>
    Thread = 17,

    /// <summary>Word to the desk of what a news feed brings, which nobody has read yet.</summary>
    Lead = 21,
}

/// <summary>The names under which kinds of deliveries are printed and exported.</summary>
public static class DeliveryKindNames
{
    /// <summary>The kind's published name, such as <c>deadline-passed</c>.</summary>
    public static string Name(this DeliveryKind kind) => kind switch
    {
        DeliveryKind.Countdown => "countdown",
        DeliveryKind.DeadlinePassed => "deadline-passed",
        DeliveryKind.DeadlineMoved => "deadline-moved",
        DeliveryKind.Outcome => "outcome",
        DeliveryKind.Session => "session",
        DeliveryKind.Update => "update",
        DeliveryKind.Correction => "correction",
        DeliveryKind.Kill => "kill",
        DeliveryKind.Digest => "digest",
        DeliveryKind.Alarm => "alarm",
        DeliveryKind.Status => "status",
        DeliveryKind.Live => "live-status",
        DeliveryKind.Bundle => "bundle",
        DeliveryKind.Escalation => "escalation",
        DeliveryKind.Undone => "undone",
        DeliveryKind.Reworded => "reworded",
        DeliveryKind.Reminder => "reminder",
        DeliveryKind.Thread => "thread",
        DeliveryKind.Lead => "lead",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>What a delivery is about.</summary>
/// <param name="Kind">The sort of news.</param>
/// <param name="Talks">The negotiation's slug; empty for word about the bot itself.</param>
/// <param name="Code">The negotiation's short code on the wire, such as <c>US-JP</c>.</param>
/// <param name="Subject">The record's number, such as <c>D1</c>, <c>S4</c> or <c>#3</c>; empty for the talks as a whole.</param>
/// <param name="Rung">How long before its subject a countdown or session alert stands; null for everything else.</param>
public sealed record DeliveryCause(DeliveryKind Kind, string Talks, string Code, string Subject, Duration? Rung = null);
