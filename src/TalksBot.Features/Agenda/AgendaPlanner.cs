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
    /// <summary>The talks whose record the transaction at hand has changed since it was read, those that are removed included.</summary>
    public IReadOnlyList<Negotiation> Changed() =>
        [.. db.Tracked<Negotiation>().Where(entry => entry.State is EntityState.Deleted || entry.Entity.ChangesMade().Count > 0).Select(entry => entry.Entity)];

    /// <summary>Plans anew every one of them that changed in a way that the agenda depends on; once that holds, whoever shows the record looks again.</summary>
    /// <returns>All that changed.</returns>
    public async Task<IReadOnlyList<Negotiation>> ReplanAsync(CancellationToken token)
    {
        var changed = Changed();
        foreach (var talks in changed)
        {
            if (db.Entry(talks).State is EntityState.Deleted)
            {
                await db.Moments.Where(moment => moment.NegotiationId == talks.Id).ExecuteDeleteAsync(token);
            }
            else if (Concerns(talks))
            {
                var now = talks.ChangesMade()[^1].At;
                await ReplanAsync(talks, talks.ReadAgainSince() ?? now, now, token);
            }
        }

        if (changed.Count > 0)
        {
            effects.Changed();
        }

        return changed;
    }

    /// <summary>Whether anything that was changed matters to the agenda.</summary>
    public static bool Concerns(IReadOnlyList<Negotiation> changed) => changed.Any(Concerns);

    private static bool Concerns(Negotiation talks) => talks.ChangesMade().Any(change => AgendaPlan.DependsOn(change, talks));

    /// <summary>Cancels what lost its cause, adds what is still to come, and withdraws alerts that wait to be sent for nothing.</summary>
    /// <param name="talks">The head of the talks.</param>
    /// <param name="now">Nothing due at or before this instant is added.</param>
    public Task ReplanAsync(Negotiation talks, Instant now, CancellationToken token) => ReplanAsync(talks, now, now, token);

    /// <summary>Where the record reads again as it did, what fell due meanwhile and was not claimed is added too, and is late.</summary>
    private async Task ReplanAsync(Negotiation talks, Instant since, Instant now, CancellationToken token)
    {
        // What is told is written last of all, with the number of the command.
        await db.SaveBeforeDeliveriesAsync(token);
        var open = await db.Moments
            .Where(moment => moment.NegotiationId == talks.Id && moment.State == MomentState.Open)
            .ToListAsync(token);
        var reminders = await db.Reminders.Where(reminder => reminder.NegotiationId == talks.Id).ToListAsync(token);
        var claimed = since == now ? [] : await db.Moments
            .Where(moment => moment.NegotiationId == talks.Id && moment.State == MomentState.Claimed && moment.Due > since)
            .ToListAsync(token);
        var (lost, added) = AgendaPlan.Compare(talks, reminders, (open, claimed), since, now);
        foreach (var moment in lost)
        {
            moment.Cancel();
        }

        Add(talks, added);
        await WithdrawAlertsAsync(talks, token);
        await bundles.ChangedAsync(talks, now, token);
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
