using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;

namespace TalksBot.Features.Outbox;

/// <summary>Leases what a connection may be sent now, as its pauses allow.</summary>
internal sealed class Leases(WaitingDeliveries waiting, LeasePosts posts, LeaseChanges changes)
{
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
            taken = await posts.LeaseAsync(await waiting.OfAsync(order, pauses, SendingLane.Posts, now, token), Ahead(SendingLane.Posts), order, now, token);
        }

        if (pauses.IsAsking)
        {
            return taken;
        }

        var changed = await changes.LeaseAsync(await waiting.OfAsync(order, pauses, SendingLane.Changes, now, token), Ahead(SendingLane.Changes), order, now, token);
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

        var found = await waiting.OfAsync(order, pauses, SendingLane.Posts, now, token);
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
}
