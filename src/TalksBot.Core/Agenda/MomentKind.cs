namespace TalksBot.Core.Agenda;

/// <summary>What falls due. Numbers are stored: never renumber.</summary>
public enum MomentKind
{
    /// <summary>A rung of a deadline's countdown, the deadline itself included.</summary>
    Countdown = 1,

    /// <summary>An alert for a session.</summary>
    Session = 2,

    /// <summary>A follow's daily digest.</summary>
    Digest = 3,

    /// <summary>A reminder to the desk that a passed deadline still has no outcome.</summary>
    Nudge = 4,

    /// <summary>An embargo's end, or a reminder to the desk before it.</summary>
    Lift = 5,

    /// <summary>A flash nobody approved expires.</summary>
    Approval = 6,

    /// <summary>A follow's quiet hours end.</summary>
    QuietEnd = 7,

    /// <summary>An alert that nobody has acknowledged.</summary>
    Escalation = 8,

    /// <summary>The channels of a deadline are checked while there is time to mend them.</summary>
    Preflight = 9,

    /// <summary>A session of which nobody has said what became of it.</summary>
    Silence = 10,
}
