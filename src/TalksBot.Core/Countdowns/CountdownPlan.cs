using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Countdowns;

/// <summary>Which rungs a deadline has and who hears each. Pure.</summary>
public static class CountdownPlan
{
    /// <summary>How long after a deadline passes the desk is reminded that its outcome is missing.</summary>
    public static readonly IReadOnlyList<Duration> Nudges = [Duration.FromMinutes(15), Duration.FromMinutes(60)];

    /// <summary>How much later the button below such a question has it asked again.</summary>
    public static readonly Duration Snooze = Duration.FromHours(1);

    /// <summary>Nobody puts the question off for longer at once.</summary>
    public static readonly Duration LongestSnooze = Duration.FromHours(24);

    /// <summary>
    /// How long before a deadline its channels are checked, while there is time to mend them: just before the alert of the
    /// last hour, which finds a mended channel and does not share its moment with the check.
    /// </summary>
    public static readonly Duration Preflight = Duration.FromMinutes(61);

    /// <summary>Alerts this close and closer ask the desk to say that it has seen them.</summary>
    public static readonly Duration AsksFrom = Duration.FromMinutes(30);

    /// <summary>How long an alert waits for somebody's word before it is escalated.</summary>
    public static readonly Duration AcknowledgeWithin = Duration.FromMinutes(10);

    /// <summary>
    /// The rungs still to come: every ladder's, and always the deadline itself. A mark already passed is never looked back at.
    /// </summary>
    /// <param name="deadline">When the deadline falls.</param>
    /// <param name="ladders">The ladders of the channels that follow.</param>
    /// <param name="now">Rungs due at or before this instant are left out.</param>
    public static IEnumerable<Duration> RungsAhead(Instant deadline, IEnumerable<Ladder> ladders, Instant now) =>
        ladders.SelectMany(ladder => ladder.Rungs)
            .Append(Duration.Zero)
            .Distinct()
            .Where(rung => deadline - rung > now)
            .OrderDescending();

    /// <summary>Whether a follow is told of a rung: everybody who listened when it fell due is told of the deadline itself.</summary>
    public static bool Hears(Follow follow, Duration rung, Instant due) =>
        follow.IsListening && follow.Since <= due && (rung == Duration.Zero || follow.Settings.Ladder.Rungs.Contains(rung));
}

/// <summary>The wire priority of what the clock causes.</summary>
public static class CountdownPriority
{
    /// <summary>The deadline itself is a bulletin; an hour and closer is urgent, so that quiet hours never hold it.</summary>
    public static WirePriority Of(Duration rung) => rung switch
    {
        _ when rung == Duration.Zero => WirePriority.Bulletin,
        _ when rung <= Duration.FromHours(1) => WirePriority.Urgent,
        _ => WirePriority.Regular,
    };
}
