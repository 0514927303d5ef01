using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Alerts;

/// <summary>Plans what follows an alert when nobody reacts to it.</summary>
internal sealed class AlertWatch(TalksDb db, CommitEffects effects)
{
    /// <summary>The desk is reminded of an outcome that is not recorded.</summary>
    public void PlanNudges(Negotiation talks, Deadline deadline)
    {
        foreach (var wait in CountdownPlan.Nudges)
        {
            Plan(new DueMoment(MomentKind.Nudge, talks.Id, deadline.Id, deadline.At.ToInstant() + wait, wait));
        }
    }

    /// <summary>It is looked after a while whether an alert was acknowledged.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="rung">The alert.</param>
    /// <param name="from">When it could be seen.</param>
    public void PlanEscalation(Negotiation talks, Deadline deadline, Duration rung, Instant from) =>
        Plan(new DueMoment(MomentKind.Escalation, talks.Id, deadline.Id, from + CountdownPlan.AcknowledgeWithin, rung));

    /// <summary>Whether that is going to be looked at already, as after a slice of the channels was told.</summary>
    public Task<bool> EscalatesAsync(Deadline deadline, Duration rung, CancellationToken token)
    {
        var id = deadline.Id;
        return db.Moments.AnyAsync(moment => moment.SubjectId == id && moment.Kind == MomentKind.Escalation && moment.State == MomentState.Open && moment.Rung == rung, token);
    }

    private void Plan(DueMoment moment)
    {
        db.Moments.Add(moment);
        effects.Planned(moment.Kind, moment.Due);
    }
}
