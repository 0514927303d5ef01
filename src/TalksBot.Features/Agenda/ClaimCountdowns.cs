using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Agenda;

/// <summary>Speaks for countdown rungs and for deadlines that pass.</summary>
internal sealed class ClaimCountdowns(TalksDb db, DeliveryQueue queue, CommitEffects effects) : IClaim
{
    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Countdown;

    /// <inheritdoc/>
    public async Task SpeakAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var ids = due.Select(moment => moment.NegotiationId).Distinct().ToList();
        var talks = await db.Negotiations
            .Where(negotiation => ids.Contains(negotiation.Id))
            .Include(negotiation => negotiation.Deadlines)
            .Include(negotiation => negotiation.Follows)
            .AsSplitQuery()
            .ToDictionaryAsync(negotiation => negotiation.Id, token);
        foreach (var moment in due)
        {
            var owner = talks[moment.NegotiationId];
            Speak(owner, owner.Deadlines.Single(deadline => deadline.Id == moment.SubjectId), moment, now);
        }
    }

    private void Speak(Negotiation talks, Deadline deadline, DueMoment moment, Instant now)
    {
        var passes = moment.Rung == Duration.Zero;
        if (passes)
        {
            talks.PassDeadline(deadline, Stamp.Clock(now));
            PlanNudges(talks, deadline);
        }

        var hearers = talks.Follows.Where(follow => CountdownPlan.Hears(follow, moment.Rung, moment.Due));
        var post = passes ? CountdownWording.Passed(talks, deadline) : CountdownWording.Rung(talks, deadline, moment.Rung);
        var kind = passes ? DeliveryKind.DeadlinePassed : DeliveryKind.Countdown;
        queue.Tell(talks, hearers, new News(kind, deadline.Name, CountdownPriority.Of(moment.Rung), moment.Due, post) { Rung = moment.Rung });
    }

    private void PlanNudges(Negotiation talks, Deadline deadline)
    {
        foreach (var wait in CountdownPlan.Nudges)
        {
            var due = deadline.At.ToInstant() + wait;
            db.Moments.Add(new DueMoment(MomentKind.Nudge, talks.Id, deadline.Id, due, wait));
            effects.Planned(MomentKind.Nudge, due);
        }
    }
}
