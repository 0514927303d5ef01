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
}
