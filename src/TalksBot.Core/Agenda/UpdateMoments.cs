using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Agenda;

/// <summary>The moments of updates that may not be shown yet. Pure.</summary>
public static class UpdateMoments
{
    /// <summary>How long before an embargo's end the desk is reminded; zero is the end itself.</summary>
    public static readonly IReadOnlyList<Duration> LiftRungs =
        [Duration.FromHours(1), Duration.FromMinutes(15), Duration.FromMinutes(5), Duration.Zero];

    /// <summary>The ends of embargoes still to come, and the reminders before them.</summary>
    public static IEnumerable<PlannedMoment> Lifts(Negotiation talks, Instant now) =>
        from update in talks.Updates
        where update is { Killing: null, Embargo: not null }
        let lift = update.Embargo!.ToInstant()
        from rung in LiftRungs
        where lift - rung > now
        select new PlannedMoment(MomentKind.Lift, update.Id, lift - rung, rung);

    /// <summary>When flashes expire that nobody has approved.</summary>
    public static IEnumerable<PlannedMoment> Approvals(Negotiation talks, Instant now) =>
        from update in talks.Updates
        where update.AwaitsApproval && update.Approval!.Until > now
        select new PlannedMoment(MomentKind.Approval, update.Id, update.Approval!.Until, Duration.Zero);
}
