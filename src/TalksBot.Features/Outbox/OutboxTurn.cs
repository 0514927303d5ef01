using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>One turn of a pump at the outbox: writes down what was answered and leases what goes next, in one transaction.</summary>
internal sealed class OutboxTurn(TalksDb db, DeskTurns turns, Receipts receipts, LeaseChanges messages)
{
    private const int MostLeased = 256;

    /// <summary>Takes the turn.</summary>
    /// <returns>The posts leased, in the order in which they must be sent.</returns>
    public async Task<IReadOnlyList<Leased>> RunAsync(TurnOrder order, Instant now, CancellationToken token)
    {
        await using var turn = await turns.BeginAsync(token);
        await receipts.WriteAsync(order.Answers, now, token);
        await turn.SaveAsync(token);
        await PostponeAsync(order, token);
        await FreeAsync(order.Connection, token);
        var leased = order.Ahead == 0 ? [] : await LeaseAsync(order, now, token);
        await turn.CommitAsync(token);
        return leased;
    }

    /// <summary>Finds posts that were leased by a sender that is gone: they may be visible and must be looked for.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="inHand">The rows that this process holds itself.</param>
    public async Task RecoverAsync(string connection, IReadOnlyCollection<long> inHand, CancellationToken token)
    {
        await using var turn = await turns.BeginAsync(token);
        var orphans = await db.Deliveries
            .Where(delivery => delivery.Connection == connection && delivery.State == DeliveryState.Sending && !inHand.Contains(delivery.Id))
            .ToListAsync(token);
        orphans.ForEach(delivery => delivery.Orphan());
        await turn.CommitAsync(token);
    }

    /// <summary>When the next post of the channels with empty hands may go; null when none waits.</summary>
    public async Task<Instant?> NextAsync(TurnOrder order, CancellationToken token) => await db.Deliveries
        .Where(delivery => delivery.Connection == order.Connection && delivery.State == DeliveryState.Pending && delivery.AwaitsId == null
            && !order.Busy.Contains(delivery.Channel))
        .MinAsync(delivery => (Instant?)delivery.NotBefore, token);

    /// <summary>A channel that asks for patience makes all its posts wait, so that their order holds and nothing is tried in vain.</summary>
    private async Task PostponeAsync(TurnOrder order, CancellationToken token)
    {
        var waiting = db.Deliveries.Where(delivery => delivery.Connection == order.Connection && delivery.State == DeliveryState.Pending);
        foreach (var (channel, until) in order.Closed)
        {
            await waiting
                .Where(delivery => delivery.Channel == channel && delivery.NotBefore < until)
                .ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.NotBefore, until), token);
        }

        if (order.HeldUntil == Instant.MinValue)
        {
            return;
        }

        await waiting
            .Where(delivery => delivery.NotBefore < order.HeldUntil)
            .ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.NotBefore, order.HeldUntil), token);
    }

    private async Task<IReadOnlyList<Leased>> LeaseAsync(TurnOrder order, Instant now, CancellationToken token)
    {
        var waiting = await db.Deliveries
            .Where(delivery => delivery.Connection == order.Connection && delivery.State == DeliveryState.Pending
                && delivery.AwaitsId == null && delivery.NotBefore <= now && !order.Busy.Contains(delivery.Channel))
            .OrderBy(delivery => delivery.Priority).ThenBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Id)
            .Take(MostLeased)
            .ToListAsync(token);
        var chosen = waiting
            .GroupBy(delivery => delivery.Channel)
            .SelectMany(channel => channel.Take(order.Ahead))
            .ToList();
        var siblings = await AlertsBesideAsync(chosen, token);
        var leased = new List<Leased>();
        foreach (var delivery in chosen.Where(delivery => delivery.State is DeliveryState.Pending))
        {
            var post = delivery.Act is DeliveryAct.Post ? Lease(delivery, siblings, now) : await messages.LeaseAsync(delivery, token);
            if (post is not null)
            {
                leased.Add(post);
            }
        }

        return leased;
    }

    /// <summary>What waited for another delivery may go once that one is settled.</summary>
    private async Task FreeAsync(string connection, CancellationToken token) => await db.Deliveries
        .Where(delivery => delivery.AwaitsId != null && delivery.Connection == connection
            && db.Deliveries.Any(other => other.Id == delivery.AwaitsId
                && other.State != DeliveryState.Pending && other.State != DeliveryState.Sending && other.State != DeliveryState.Held))
        .ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.AwaitsId, (long?)null), token);

    /// <summary>The other alerts of the same subjects: waiting ones may be stale, superseded ones were spoken for.</summary>
    private async Task<IReadOnlyList<Delivery>> AlertsBesideAsync(IReadOnlyList<Delivery> chosen, CancellationToken token)
    {
        var alerts = chosen.Where(delivery => Supersession.IsAlert(delivery.Kind)).ToList();
        if (alerts.Count == 0)
        {
            return [];
        }

        var talks = alerts.Select(delivery => delivery.Talks).Distinct().ToList();
        var subjects = alerts.Select(delivery => delivery.Subject).Distinct().ToList();
        var beside = db.Deliveries.Where(delivery => talks.Contains(delivery.Talks) && subjects.Contains(delivery.Subject)
            && delivery.Rung != null && (delivery.State == DeliveryState.Pending || delivery.SupersededBy != null));

        // Nearly always each subject has one alert waiting in a channel, and nothing more need be read.
        var crowded = await beside
            .GroupBy(delivery => new { delivery.Channel, delivery.Talks, delivery.Subject })
            .Where(group => group.Count() > 1)
            .Select(group => group.Key.Talks)
            .Distinct()
            .ToListAsync(token);
        return crowded.Count == 0 ? [] : await beside.Where(delivery => crowded.Contains(delivery.Talks)).ToListAsync(token);
    }

    private static Leased? Lease(Delivery delivery, IReadOnlyList<Delivery> siblings, Instant now)
    {
        var post = delivery.ToOutgoing();
        if (!delivery.InDoubt)
        {
            var newest = siblings
                .Where(other => other.State is DeliveryState.Pending && Supersession.SpeaksFor(other.ToOutgoing(), post, now))
                .MaxBy(other => other.DueAt);
            if (newest is not null)
            {
                Supersede(delivery, newest, siblings);
                return null;
            }
        }

        var stale = siblings.Where(other => other is { State: DeliveryState.Pending, InDoubt: false }
            && Supersession.SpeaksFor(post, other.ToOutgoing(), now));
        foreach (var other in stale)
        {
            Supersede(other, delivery, siblings);
        }

        delivery.Lease();
        var missed = siblings.Where(other => other.SupersededBy == delivery.Id && Supersession.IsAlert(delivery.Kind)).OrderBy(other => other.DueAt).Select(other => other.ToOutgoing());
        return new Leased(delivery.Id, delivery.Attempts, delivery.InDoubt, post, [.. missed]);
    }

    /// <summary>What the stale alert itself spoke for passes to the newer one.</summary>
    private static void Supersede(Delivery stale, Delivery newer, IReadOnlyList<Delivery> siblings)
    {
        stale.SupersedeBy(newer.Id);
        foreach (var older in siblings.Where(other => other.SupersededBy == stale.Id))
        {
            older.SupersedeBy(newer.Id);
        }
    }
}
