using TalksBot.Core.Countdowns;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Digests;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Reminders;

namespace TalksBot.Core.Agenda;

/// <summary>
/// What the agenda should hold, derived from the record alone. Every change to the record re-derives it, so there is no
/// second truth to keep in step. Pure.
/// </summary>
public static class AgendaPlan
{
    /// <summary>What the agenda gives up and takes in, so that it holds what the record and the reminders say.</summary>
    /// <param name="talks">The talks, with deadlines, sessions, follows and the updates that wait.</param>
    /// <param name="reminders">The reminders of these talks.</param>
    /// <param name="held">Their moments that are open, and those that were claimed after <paramref name="since"/>.</param>
    /// <param name="since">From when on the record reads so: what fell due since and was not claimed is taken in too, and is late.</param>
    /// <param name="now">The moment of the change.</param>
    public static AgendaChange Compare(
        Negotiation talks, IReadOnlyList<Reminder> reminders, (IReadOnlyList<DueMoment> Open, IReadOnlyList<DueMoment> Claimed) held, Instant since, Instant now)
    {
        var reminded = Reminders(talks, reminders, Instant.MinValue).ToHashSet();
        var lost = held.Open.Except(Standing(talks, held.Open)).Where(moment => !reminded.Contains(PlannedMoment.Of(moment))).ToList();
        var planned = Ahead(talks, since).Union(Ahead(talks, now)).Union(Reminders(talks, reminders, now));
        return new AgendaChange(lost, [.. planned.Except(held.Open.Except(lost).Concat(held.Claimed).Select(PlannedMoment.Of))]);
    }

    /// <summary>Every moment of the talks that is still to come; of closed talks the end of a wait for a second editor, so that it is not asked for ever.</summary>
    /// <param name="talks">The talks, with deadlines, sessions and follows.</param>
    /// <param name="now">Moments due at or before this instant are left out.</param>
    public static IEnumerable<PlannedMoment> Ahead(Negotiation talks, Instant now) => Ahead(talks, now, Digests(talks, now));

    /// <summary>The alerts of deadlines that are still to come.</summary>
    /// <param name="talks">The talks, with deadlines and follows.</param>
    /// <param name="now">Alerts due at or before this instant are left out.</param>
    public static IReadOnlyList<PlannedMoment> CountdownsAhead(Negotiation talks, Instant now) =>
        talks.Status is TalksStatus.Closed ? [] : [.. Countdowns(talks, now)];

    /// <summary>How long before its deadline each alert was to come that will not come any more, each once.</summary>
    /// <param name="before">The alerts that were still to come before the talks changed.</param>
    /// <param name="talks">The talks as changed.</param>
    /// <param name="now">The moment for which <paramref name="before"/> was asked.</param>
    public static IReadOnlyList<Duration> RungsLost(IEnumerable<PlannedMoment> before, Negotiation talks, Instant now) =>
        [.. before.Except(CountdownsAhead(talks, now)).Select(alert => alert.Rung).Distinct()];

    /// <summary>Whether anything may fall due, or not any more, by a change that somebody made; what the clock changes plans itself what follows.</summary>
    /// <param name="change">The change.</param>
    /// <param name="talks">The talks as changed.</param>
    public static bool DependsOn(Change change, Negotiation talks) => change.Verb switch
    {
        ChangeVerb.Passed or ChangeVerb.Lifted => false,
        ChangeVerb.Acknowledged or ChangeVerb.Covered or ChangeVerb.Corrected or ChangeVerb.Disputed or ChangeVerb.Settled or ChangeVerb.Snoozed => false,
        ChangeVerb.Suspended or ChangeVerb.Resumed => false,
        ChangeVerb.Killed => talks.UpdateNamed(change.Subject) is not { CameOut: true },
        ChangeVerb.Set when change.After is ChangeValue.Repeats => true,
        ChangeVerb.Set => talks.DeadlineNamed(change.Subject) is null && talks.UpdateNamed(change.Subject) is null && talks.PointNamed(change.Subject) is null,
        ChangeVerb.Added => talks.PointNamed(change.Subject) is null && talks.UpdateNamed(change.Subject) is not { Embargo: null, AwaitsApproval: false },
        _ => true,
    };

    private static IEnumerable<PlannedMoment> Ahead(Negotiation talks, Instant now, IEnumerable<PlannedMoment> digests) =>
        talks.Status is TalksStatus.Closed
            ? UpdateMoments.Approvals(talks, now)
            : Countdowns(talks, now).Concat(Sessions(talks, now)).Concat(Silences(talks, now)).Concat(Nudges(talks, now)).Concat(FollowUps(talks)).Concat(digests)
                .Concat(Preflights(talks, now)).Concat(UpdateMoments.Lifts(talks, now)).Concat(UpdateMoments.Approvals(talks, now));

    /// <summary>Which of these open moments still have their cause; one that is overdue keeps it as long as the record has not changed.</summary>
    /// <param name="talks">The talks, with deadlines, sessions, follows and the updates that wait.</param>
    /// <param name="open">Moments of these talks.</param>
    public static IReadOnlyList<DueMoment> Standing(Negotiation talks, IReadOnlyCollection<DueMoment> open)
    {
        // Whatever was ever to come, but for digests, of which there is always another one.
        var ever = Ahead(talks, Instant.MinValue, digests: []).ToHashSet();
        var digests = talks.Status is TalksStatus.Closed ? [] : talks.Listening.Where(follow => follow.Settings.DigestAt is not null).ToDictionary(follow => follow.Id);
        return [.. open.Where(moment => moment.Kind switch
        {
            // Planned by what was posted, not by the record: each looks at the record when it is due. What was said before talks
            // were closed is told after.
            MomentKind.QuietEnd => true,
            MomentKind.Escalation or MomentKind.Snooze => talks.Status is not TalksStatus.Closed,
            // Begun to be told: the deadline has passed in the record, and the rest of the channels hear it too while nothing more is known.
            MomentKind.Countdown when moment.ToldTo > 0 => talks.Status is not TalksStatus.Closed
                && talks.Deadlines.Any(deadline => deadline.Id == moment.SubjectId && deadline.WantsOutcome && deadline.At.ToInstant() == moment.Due + moment.Rung),
            MomentKind.Digest => digests.TryGetValue(moment.SubjectId, out var follow) && NextDigest(follow, moment.Due - Duration.Epsilon) == moment.Due,
            _ => ever.Contains(PlannedMoment.Of(moment)),
        })];
    }

    /// <summary>Whether an alert that waits to be sent still has its cause.</summary>
    public static bool Stands(Negotiation talks, Delivery alert) => alert switch
    {
        { Rung: not null } when talks.Status is TalksStatus.Closed => false,
        { Kind: DeliveryKind.Countdown, Rung: { } rung } => talks.Deadlines.Any(deadline =>
            deadline.Name == alert.Subject && deadline.WantsOutcome && deadline.At.ToInstant() == alert.DueAt + rung),
        { Kind: DeliveryKind.DeadlinePassed } => talks.Deadlines.Any(deadline =>
            deadline.Name == alert.Subject && deadline.WantsOutcome && deadline.At.ToInstant() == alert.DueAt),
        { Kind: DeliveryKind.Session, Rung: { } rung } => talks.Sessions.Any(session =>
            session.Name == alert.Subject && session.State is SessionState.Planned && session.StartsAt.ToInstant() == alert.DueAt + rung),
        { Kind: DeliveryKind.Reminder, Rung: { } rung } => ReminderPlan.Falls(talks, alert.Subject) == alert.DueAt + rung,
        _ => true,
    };

    /// <summary>The reminders of these talks that are still to come; one whose time is over because its subject was moved nearer is due at once.</summary>
    /// <param name="talks">The talks, with deadlines and sessions.</param>
    /// <param name="reminders">The reminders of these talks.</param>
    /// <param name="now">What falls at or before this instant is left out.</param>
    public static IEnumerable<PlannedMoment> Reminders(Negotiation talks, IEnumerable<Reminder> reminders, Instant now) =>
        from reminder in reminders
        where ReminderPlan.IsAhead(talks, reminder, now)
        let due = ReminderPlan.Due(talks, reminder)
        where due is not null
        select new PlannedMoment(MomentKind.Reminder, reminder.Id, due.Value, reminder.Before);

    /// <summary>One that is overdue, as after talks were reopened or taken from a file, is planned too: it is due at once.</summary>
    private static IEnumerable<PlannedMoment> FollowUps(Negotiation talks) =>
        talks.DeadlinesToFollow.Select(deadline => new PlannedMoment(MomentKind.NextDeadline, deadline.Id, deadline.Repeat!.Due, Duration.Zero))
            .Concat(talks.SessionsToFollow.Select(session => new PlannedMoment(MomentKind.NextSession, session.Id, session.Repeat!.Due, Duration.Zero)));

    private static IEnumerable<PlannedMoment> Countdowns(Negotiation talks, Instant now)
    {
        var ladders = talks.Listening.Select(follow => follow.Settings.Ladder).Distinct().ToList();
        return from deadline in talks.Deadlines
               where deadline.IsOpen
               let at = deadline.At.ToInstant()
               from rung in CountdownPlan.RungsAhead(at, ladders, now)
               select new PlannedMoment(MomentKind.Countdown, deadline.Id, at - rung, rung);
    }

    private static IEnumerable<PlannedMoment> Sessions(Negotiation talks, Instant now) =>
        from session in talks.Sessions
        where session.State is SessionState.Planned
        let start = session.StartsAt.ToInstant()
        from alert in SessionPlan.AlertsAhead(start, now)
        select new PlannedMoment(MomentKind.Session, session.Id, start - alert, alert);

    private static IEnumerable<PlannedMoment> Silences(Negotiation talks, Instant now) =>
        from session in talks.Sessions
        from due in SessionPlan.Questions(session)
        where due > now
        select new PlannedMoment(MomentKind.Silence, session.Id, due, due - session.StartsAt.ToInstant());

    private static IEnumerable<PlannedMoment> Nudges(Negotiation talks, Instant now) =>
        from deadline in talks.Deadlines
        where deadline.State is DeadlineState.PassedUnknown
        let at = deadline.At.ToInstant()
        from wait in CountdownPlan.Nudges
        where at + wait > now
        select new PlannedMoment(MomentKind.Nudge, deadline.Id, at + wait, wait);

    private static IEnumerable<PlannedMoment> Preflights(Negotiation talks, Instant now) =>
        from deadline in talks.Deadlines
        where deadline.IsOpen && talks.Listening.Any()
        let due = deadline.At.ToInstant() - CountdownPlan.Preflight
        where due > now
        select new PlannedMoment(MomentKind.Preflight, deadline.Id, due, CountdownPlan.Preflight);

    private static IEnumerable<PlannedMoment> Digests(Negotiation talks, Instant now)
    {
        foreach (var follow in talks.Listening)
        {
            if (NextDigest(follow, now) is { } due)
            {
                yield return new PlannedMoment(MomentKind.Digest, follow.Id, due, Duration.Zero);
            }
        }
    }

    private static Instant? NextDigest(Follow follow, Instant after) => follow.Settings.DigestAt is { } hour
        ? DigestSchedule.NextAfter(after, hour, follow.Settings.Clock.Zone)
        : null;
}

/// <summary>How an agenda changes.</summary>
/// <param name="Lost">Moments whose cause went away.</param>
/// <param name="Added">Moments that it does not hold yet.</param>
public sealed record AgendaChange(IReadOnlyList<DueMoment> Lost, IReadOnlyList<PlannedMoment> Added);
