using TalksBot.Core.Posts;

namespace TalksBot.Core.Deliveries;

/// <summary>How pressing changes of messages are, and how long they are tried. Pure.</summary>
public static class ChangeRules
{
    /// <summary>The operations channel hears within a minute of what could not be changed, so it is looked at before that is over.</summary>
    public static readonly Duration ToldAfter = Duration.FromSeconds(45);

    /// <summary>So long words that must not stand are struck at, whatever the platform answers, as long as it may still help.</summary>
    private static readonly Duration WordsTriedFor = Duration.FromHours(24);

    /// <summary>So long everything else is tried.</summary>
    private static readonly Duration OtherTriedFor = Duration.FromHours(1);

    /// <summary>A change's place among the changes of its channel: what strikes killed words goes before everything.</summary>
    public static WirePriority Priority(this ChangeReason reason) => reason switch
    {
        ChangeReason.Killed => WirePriority.Flash,
        ChangeReason.Undone or ChangeReason.Corrected => WirePriority.Bulletin,
        ChangeReason.Restored or ChangeReason.Answered => WirePriority.Urgent,
        ChangeReason.Status or ChangeReason.Ended => WirePriority.Regular,
        ChangeReason.Picture => WirePriority.Deferred,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>True where words stand that must not be used until the change is made.</summary>
    public static bool IsStrike(this ChangeReason reason) => reason is ChangeReason.Killed or ChangeReason.Undone or ChangeReason.Corrected;

    /// <summary>How long after it was due it is worth trying.</summary>
    public static Duration TriedFor(this ChangeReason reason) => reason.IsStrike() || reason is ChangeReason.Restored ? WordsTriedFor : OtherTriedFor;
}

/// <summary>Why a message that stands somewhere is changed. Numbers are stored: never renumber.</summary>
public enum ChangeReason
{
    /// <summary>Words in it were killed: nothing about it may wait longer than it must.</summary>
    Killed = 1,

    /// <summary>What it tells was taken back.</summary>
    Undone = 2,

    /// <summary>Words in it were wrong.</summary>
    Corrected = 3,

    /// <summary>What was changed about it was taken back, so it reads as before.</summary>
    Restored = 4,

    /// <summary>Somebody answered what it asks.</summary>
    Answered = 5,

    /// <summary>It shows where the talks stand, and they stand otherwise.</summary>
    Status = 6,

    /// <summary>Its picture follows its words.</summary>
    Picture = 7,

    /// <summary>It is kept up to date no more.</summary>
    Ended = 8,
}
