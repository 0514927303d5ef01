using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Leases what a connection may be sent now, as its pauses allow.</summary>
internal sealed class Leases(TalksDb db, LeasePosts posts, LeaseChanges changes)
{
    /// <summary>As many as keep a turn short: whatever else wants to write waits for it.</summary>
    private const int MostRead = 96;

    /// <summary>Takes it from the outbox.</summary>
    /// <returns>The posts and changes leased, each lane's in the order in which they must be sent.</returns>
    public async Task<IReadOnlyList<Leased>> TakeAsync(TurnOrder order, ConnectionPauses pauses, Instant now, CancellationToken token)
    {
        if (pauses.HoldsPosts)
        {
            return [];
        }

        var taken = pauses.IsFeeling ? await TakeOneAsync(order, pauses, now, token) : [];
        if (!pauses.IsFeeling)
        {
            taken = await posts.LeaseAsync(await WaitingAsync(order, pauses, SendingLane.Posts, now, token), Ahead(SendingLane.Posts), order, now, token);
        }

        if (pauses.IsAsking)
        {
            return taken;
        }

        var changed = await changes.LeaseAsync(await WaitingAsync(order, pauses, SendingLane.Changes, now, token), Ahead(SendingLane.Changes), order, now, token);
        return [.. taken, .. changed];

        Func<ChannelAddress, int> Ahead(SendingLane lane) => channel => pauses.Ahead(channel, lane, order.Ahead);
    }

    /// <summary>One post finds out whether posts get through: of the channel that waited longest since its last try.</summary>
    private async Task<IReadOnlyList<Leased>> TakeOneAsync(TurnOrder order, ConnectionPauses pauses, Instant now, CancellationToken token)
    {
        if (order.BusyIn(SendingLane.Posts).Count > 0)
        {
            return [];
        }

        var found = await WaitingAsync(order, pauses, SendingLane.Posts, now, token);
        if (found.Count == 0)
        {
            if (pauses.Whole!.Until <= now)
            {
                pauses.EndWhole();
            }

            return [];
        }

        return await posts.LeaseAsync([.. found.OrderBy(delivery => pauses.TriedAt(delivery.Channel)).Take(1)], _ => 1, order, now, token);
    }

    /// <summary>What may go now in lanes that are open and have nothing in hand, in the order in which it should.</summary>
    private async Task<IReadOnlyList<Delivery>> WaitingAsync(TurnOrder order, ConnectionPauses pauses, SendingLane lane, Instant now, CancellationToken token)
    {
        var away = order.BusyIn(lane).Concat(pauses.Closed(lane, now)).ToList();
        var waiting = db.Deliveries.Where(delivery => delivery.Connection == order.Connection && delivery.State == DeliveryState.Pending
            && delivery.AwaitsId == null && delivery.NotBefore <= now && !away.Contains(delivery.Channel));
        waiting = lane is SendingLane.Posts
            ? waiting.Where(delivery => delivery.Act == DeliveryAct.Post)
            : waiting.Where(delivery => delivery.Act != DeliveryAct.Post);
        var first = await waiting
            .OrderBy(delivery => delivery.Priority).ThenBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Id)
            .Take(MostRead)
            .ToListAsync(token);
        return first.Count < MostRead || lane is SendingLane.Changes ? first : [.. first.Union(await AlertsAsync(waiting, token))];
    }

    /// <summary>Alerts do not wait for hundreds of more pressing posts to other channels, only for those to their own.</summary>
    private Task<List<Delivery>> AlertsAsync(IQueryable<Delivery> waiting, CancellationToken token) => waiting
        .Where(alert => alert.Rung != null && !db.Deliveries.Any(other => other.Connection == alert.Connection && other.State == DeliveryState.Pending
            && other.Priority < alert.Priority && other.Channel == alert.Channel && other.Act == DeliveryAct.Post))
        .OrderBy(alert => alert.DueAt).ThenBy(alert => alert.Id)
        .Take(MostRead)
        .ToListAsync(token);
}
