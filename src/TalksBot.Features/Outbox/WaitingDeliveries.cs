using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>When what waits in the outbox may go.</summary>
internal sealed class WaitingDeliveries(TalksDb db)
{
    /// <summary>A change that points to a post goes this soon even if that post has not arrived: its link follows.</summary>
    public static readonly Duration LinkAwaitedFor = Duration.FromSeconds(2);

    /// <summary>What waited for another delivery may go once that one is settled; a change is due from then on.</summary>
    public async Task FreeAsync(string connection, Instant now, CancellationToken token)
    {
        var awaiting = db.Deliveries.Where(delivery => delivery.AwaitsId != null && delivery.Connection == connection);
        if (!await awaiting.AnyAsync(token))
        {
            return;
        }

        var freed = awaiting.Where(delivery => db.Deliveries.Any(other => other.Id == delivery.AwaitsId
            && other.State != DeliveryState.Pending && other.State != DeliveryState.Sending && other.State != DeliveryState.Held));
        await freed
            .Where(delivery => delivery.Act != DeliveryAct.Post && delivery.AwaitsId == delivery.TargetId)
            .ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.AwaitsId, (long?)null).SetProperty(delivery => delivery.DueAt, now), token);
        await freed.ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.AwaitsId, (long?)null), token);
        var patience = now - LinkAwaitedFor;
        await AwaitsLink(db.Deliveries)
            .Where(delivery => delivery.Connection == connection && delivery.DueAt <= patience)
            .ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.AwaitsId, (long?)null), token);
    }

    /// <summary>When something may go next; null when nothing waits.</summary>
    /// <param name="connection">One connection; null for all.</param>
    /// <param name="busy">Lanes that are not asked about, since something of theirs is in hand.</param>
    public async Task<Instant?> NextAsync(string? connection, IReadOnlyCollection<LaneKey> busy, CancellationToken token)
    {
        var all = db.Deliveries.Where(delivery => delivery.State == DeliveryState.Pending && (connection == null || delivery.Connection == connection));
        var pauses = (await db.Pauses.AsNoTracking().Where(pause => connection == null || pause.Connection == connection).ToListAsync(token))
            .GroupBy(pause => pause.Connection)
            .ToDictionary(group => group.Key, group => new ConnectionPauses(group.Key, group));
        var waiting = all.Where(delivery => delivery.AwaitsId == null);
        var first = pauses.Count == 0 && busy.Count == 0
            ? await waiting.MinAsync(delivery => (Instant?)delivery.NotBefore, token)
            : await NextOfLanesAsync(waiting, busy, pauses, token);
        var link = await AwaitsLink(all).MinAsync(delivery => (Instant?)delivery.DueAt, token) + LinkAwaitedFor;
        var told = pauses.Values.SelectMany(of => of.Standing).Min(pause => pause.TellAt);
        return Earlier(Earlier(first, link), Earlier(told, await UnmadeChanges.NextAsync(db, connection, token)));
    }

    /// <summary>The earlier of two moments of which either may be missing.</summary>
    internal static Instant? Earlier(Instant? one, Instant? other) =>
        one is null || other is null ? one ?? other : Instant.Min(one.Value, other.Value);

    private static async Task<Instant?> NextOfLanesAsync(
        IQueryable<Delivery> waiting, IReadOnlyCollection<LaneKey> busy, Dictionary<string, ConnectionPauses> pauses, CancellationToken token)
    {
        var lanes = await waiting
            .GroupBy(delivery => new { delivery.Connection, delivery.Channel, IsPost = delivery.Act == DeliveryAct.Post })
            .Select(group => new { group.Key.Connection, group.Key.Channel, group.Key.IsPost, First = group.Min(delivery => delivery.NotBefore) })
            .ToListAsync(token);
        return lanes
            .Select(lane => (lane.Connection, Key: new LaneKey(lane.Channel, lane.IsPost ? SendingLane.Posts : SendingLane.Changes), lane.First))
            .Where(lane => !busy.Contains(lane.Key))
            .Min(lane => OpensAt(lane.Key, busy, pauses.GetValueOrDefault(lane.Connection)) is { } opens ? Instant.Max(lane.First, opens) : (Instant?)null);
    }

    /// <summary>While one post finds out whether posts get through, no other goes.</summary>
    private static Instant? OpensAt(LaneKey lane, IReadOnlyCollection<LaneKey> busy, ConnectionPauses? pauses) => pauses switch
    {
        null => Instant.MinValue,
        { IsFeeling: true } when lane.Lane is SendingLane.Posts && busy.Any(other => other.Lane is SendingLane.Posts) => null,
        _ => pauses.OpensAt(lane),
    };

    private static IQueryable<Delivery> AwaitsLink(IQueryable<Delivery> deliveries) => deliveries.Where(delivery =>
        delivery.State == DeliveryState.Pending && delivery.Act == DeliveryAct.Edit && delivery.AwaitsId != null && delivery.AwaitsId != delivery.TargetId
        && delivery.ChangedFor == ChangeReason.Corrected);
}
