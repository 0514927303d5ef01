using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Outbox;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Agenda;

/// <summary>Brings the agenda of some talks in line with their record, inside the transaction that changed it.</summary>
internal sealed class AgendaPlanner(TalksDb db, Bundles bundles, CommitEffects effects)
{
    /// <summary>Cancels what lost its cause, adds what is still to come, and withdraws alerts that wait to be sent for nothing.</summary>
    /// <param name="talks">The head of the talks as changed.</param>
    /// <param name="now">Nothing due at or before this instant is added.</param>
    /// <returns>The countdown moments that were cancelled.</returns>
    public Task<IReadOnlyList<DueMoment>> ReplanAsync(Negotiation talks, Instant now, CancellationToken token) => ReplanAsync(talks, now, now, token);

    /// <summary>The same for a record that reads again as it did: what fell due meanwhile and was not claimed is added too, and is late.</summary>
    /// <param name="talks">The head of the talks as they read again.</param>
    /// <param name="since">When they ceased to read so; nothing due at or before this instant is added.</param>
    /// <param name="now">The moment of the change.</param>
    /// <returns>The countdown moments that were cancelled.</returns>
    public async Task<IReadOnlyList<DueMoment>> ReplanAsync(Negotiation talks, Instant since, Instant now, CancellationToken token)
    {
        await db.SaveChangesAsync(token);
        var open = await db.Moments
            .Where(moment => moment.NegotiationId == talks.Id && moment.State == MomentState.Open)
            .ToListAsync(token);
        var reminders = await db.Reminders.Where(reminder => reminder.NegotiationId == talks.Id).ToListAsync(token);
        var reminded = AgendaPlan.Reminders(talks, reminders, Instant.MinValue).ToHashSet();
        var cancelled = open.Except(AgendaPlan.Standing(talks, open)).Where(moment => !reminded.Contains(PlannedMoment.Of(moment))).ToList();
        cancelled.ForEach(moment => moment.Cancel());
        var claimed = since == now ? [] : await db.Moments
            .Where(moment => moment.NegotiationId == talks.Id && moment.State == MomentState.Claimed && moment.Due > since)
            .ToListAsync(token);
        Add(talks, AgendaPlan.Ahead(talks, since).Union(AgendaPlan.Ahead(talks, now)).Union(AgendaPlan.Reminders(talks, reminders, now)).Except(open.Except(cancelled).Concat(claimed).Select(PlannedMoment.Of)));
        await WithdrawAlertsAsync(talks, token);
        await bundles.ChangedAsync(talks, now, token);
        return [.. cancelled.Where(moment => moment.Kind is MomentKind.Countdown)];
    }

    private void Add(Negotiation talks, IEnumerable<PlannedMoment> planned)
    {
        foreach (var (kind, subjectId, due, rung) in planned)
        {
            db.Moments.Add(new DueMoment(kind, talks.Id, subjectId, due, rung));
            effects.Planned(kind, due);
        }
    }

    private async Task WithdrawAlertsAsync(Negotiation talks, CancellationToken token)
    {
        var waiting = await db.Deliveries
            .Where(delivery => delivery.Talks == talks.Slug && delivery.Rung != null
                && (delivery.State == DeliveryState.Pending || delivery.State == DeliveryState.Held))
            .ToListAsync(token);
        foreach (var delivery in waiting.Where(delivery => !AgendaPlan.Stands(talks, delivery)))
        {
            delivery.Drop(DeliveryState.Cancelled, "its cause went away");
        }
    }
}
