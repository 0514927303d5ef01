using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Features.Transactions;
using TalksBot.Storage;
using TalksBot.Storage.Nodes;

namespace TalksBot.Features.Outbox;

/// <summary>One turn of a pump at the outbox: writes down what was answered and leases what goes next, in one transaction.</summary>
internal sealed class OutboxTurn(TalksDb db, UnitOfWork turns, Receipts receipts, WaitingDeliveries waiting, Leases leases, Outages outages)
{
    /// <summary>Takes the turn.</summary>
    /// <returns>What is to be done.</returns>
    public async Task<TurnResult> RunAsync(TurnOrder order, Instant now, CancellationToken token)
    {
        await using var turn = await turns.BeginAsync(token);
        await order.Sending.ConfirmAsync(db, token);
        var result = await WorkAsync(order, now, token);
        await turn.CommitAsync(token);
        return result;
    }

    /// <summary>What a turn does, in the transaction of the caller.</summary>
    public async Task<TurnResult> WorkAsync(TurnOrder order, Instant now, CancellationToken token)
    {
        var pauses = new ConnectionPauses(order.Connection, await db.Pauses.Where(pause => pause.Connection == order.Connection).ToListAsync(token));
        await receipts.WriteAsync(order.Answers, pauses, now, token);
        foreach (var probed in order.Probed)
        {
            pauses.Probed(probed);
        }

        outages.TellBegun(pauses, now);
        await db.SaveChangesAsync(token);
        await waiting.FreeAsync(order.Connection, now, token);
        await RenewAsync(order, now, token);
        var leased = order.Ahead == 0 ? [] : await leases.TakeAsync(order, pauses, now, token);
        await outages.TellEndedAsync(pauses, order.Answers, now, token);
        db.Pauses.AddRange(pauses.Begun);
        db.Pauses.RemoveRange(pauses.Ended);
        return new TurnResult(leased, pauses.IsAsking ? pauses.Whole : null);
    }

    /// <summary>False where nothing waits for this connection, however far ahead, and nothing is held up: then there is no need for a turn.</summary>
    public async Task<bool> IsNeededAsync(TurnOrder order, CancellationToken token) =>
        await db.Deliveries.AnyAsync(delivery => delivery.Connection == order.Connection && delivery.State == DeliveryState.Pending, token)
        || await db.Pauses.AnyAsync(pause => pause.Connection == order.Connection, token)
        || await UnmadeChanges.AnyAsync(db, order.Connection, token);

    /// <summary>Finds posts that were leased by a sender that is gone: they may be visible and must be looked for.</summary>
    /// <param name="order">The turn: its owner's own leases are taken over where nothing is in hand.</param>
    /// <param name="inHand">The rows that this process holds itself.</param>
    /// <param name="isAlone">True when no other process can be sending, so that all leases of others are void, however long they had to run.</param>
    public async Task RecoverAsync(TurnOrder order, IReadOnlyCollection<long> inHand, bool isAlone, Instant now, CancellationToken token)
    {
        await using var turn = await turns.BeginAsync(token);
        await order.Sending.ConfirmAsync(db, token);
        await TakeOverAsync(order, inHand, isAlone, now, token);
        await turn.CommitAsync(token);
    }

    /// <summary>Finds them, in the transaction of the caller.</summary>
    public async Task TakeOverAsync(TurnOrder order, IReadOnlyCollection<long> inHand, bool isAlone, Instant now, CancellationToken token)
    {
        var orphans = await db.Deliveries
            .Where(delivery => delivery.Connection == order.Connection && delivery.State == DeliveryState.Sending && !inHand.Contains(delivery.Id)
                && (isAlone || delivery.LeasedBy == order.Owner || delivery.LeasedBy == null || delivery.LeasedUntil <= now))
            .ToListAsync(token);
        orphans.ForEach(delivery => delivery.Orphan());
    }

    /// <summary>The machine's clock was set back: what could go already still can, and what has to wait waits as long as before.</summary>
    /// <param name="order">The turn.</param>
    /// <param name="by">How far.</param>
    /// <param name="now">What it shows now.</param>
    public async Task FollowClockAsync(TurnOrder order, Duration by, Instant now, CancellationToken token)
    {
        await using var turn = await turns.BeginAsync(token);
        await order.Sending.ConfirmAsync(db, token);
        var shownBefore = now + by;
        var toCome = db.Deliveries.Where(delivery => delivery.Connection == order.Connection && delivery.State == DeliveryState.Pending && delivery.NotBefore > now);
        await toCome.Where(delivery => delivery.NotBefore <= shownBefore).ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.NotBefore, now), token);
        foreach (var asked in await toCome.Where(delivery => delivery.NotBefore > shownBefore).ToListAsync(token))
        {
            asked.SetBack(by);
        }

        var pauses = await db.Pauses.Where(pause => pause.Connection == order.Connection).ToListAsync(token);
        pauses.ForEach(pause => pause.SetBack(by));
        await turn.CommitAsync(token);
    }

    /// <summary>When something may go next where nothing is in hand; null when nothing waits.</summary>
    public Task<Instant?> NextAsync(TurnOrder order, CancellationToken token) => waiting.NextAsync(order.Connection, order.Busy, token);

    /// <summary>A slow platform may take longer over what it has in hand than a lease holds.</summary>
    private async Task RenewAsync(TurnOrder order, Instant now, CancellationToken token)
    {
        if (order.Busy.Count == 0)
        {
            return;
        }

        var (half, until) = (now + (TurnOrder.Term / 2), now + TurnOrder.Term);
        await db.Deliveries
            .Where(delivery => delivery.Connection == order.Connection && delivery.State == DeliveryState.Sending && delivery.LeasedBy == order.Owner && delivery.LeasedUntil < half)
            .ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.LeasedUntil, until), token);
    }
}

/// <summary>What a pump wants of its turn at the outbox.</summary>
/// <param name="Connection">The connection whose posts are sent.</param>
/// <param name="Sending">The right by which it is sent.</param>
/// <param name="Answers">What was answered since the last turn.</param>
/// <param name="Busy">Lanes with something in hand.</param>
/// <param name="Ahead">How many posts each other channel takes; 0 leases nothing.</param>
internal sealed record TurnOrder(string Connection, SendingTerm Sending, IReadOnlyList<Attempted> Answers, IReadOnlyCollection<LaneKey> Busy, int Ahead)
{
    /// <summary>The pump itself, as leases name it.</summary>
    public string Owner => Sending.Owner;

    /// <summary>What came of asking whether the platform is there, in order.</summary>
    public IReadOnlyList<Probed> Probed { get; init; } = [];

    /// <summary>How long a lease holds before others may take it over; it is renewed while something is in hand.</summary>
    public static readonly Duration Term = Duration.FromMinutes(2);

    /// <summary>The channels whose lane has something in hand.</summary>
    public IReadOnlyList<ChannelAddress> BusyIn(SendingLane lane) => [.. Busy.Where(busy => busy.Lane == lane).Select(busy => busy.Channel)];
}

/// <summary>What a turn at the outbox leaves a pump to do.</summary>
/// <param name="Leased">The posts and changes leased, each lane's in the order in which they must be sent.</param>
/// <param name="Asks">The pause of a connection that is to be asked whether it is there; null where that is not in question.</param>
internal sealed record TurnResult(IReadOnlyList<Leased> Leased, ChannelPause? Asks);
