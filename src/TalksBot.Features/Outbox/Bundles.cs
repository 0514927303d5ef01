using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Follows;
using TalksBot.Core.Negotiations;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Tells channels that have woken, in one post each, what their quiet hours kept back.</summary>
internal sealed class Bundles(TalksDb db, DeliveryQueue queue, HoldBack hold)
{
    /// <summary>The record changed: channels that do not sleep any more are told at once, those that left are told nothing.</summary>
    /// <param name="talks">The talks as changed, with deadlines, sessions and follows.</param>
    /// <param name="now">When they changed.</param>
    public async Task ChangedAsync(Negotiation talks, Instant now, CancellationToken token)
    {
        foreach (var (follow, held) in await HeldAsync(talks, token))
        {
            await SettleAsync(talks, follow, held, now, now, token);
        }
    }

    /// <summary>Quiet hours end.</summary>
    /// <param name="talks">The talks, with deadlines, sessions and follows.</param>
    /// <param name="follows">The rows of the follows whose quiet hours end.</param>
    /// <param name="now">The moment of the claim.</param>
    public async Task EndedAsync(Negotiation talks, IReadOnlyCollection<int> follows, Instant now, CancellationToken token)
    {
        foreach (var (follow, held) in (await HeldAsync(talks, token)).Where(waiting => follows.Contains(waiting.Follow.Id)))
        {
            await SettleAsync(talks, follow, held, BundlePlan.DueAt(follow.Settings, held, now), now, token);
        }
    }

    private async Task<IReadOnlyList<(Follow Follow, List<Delivery> Held)>> HeldAsync(Negotiation talks, CancellationToken token)
    {
        var held = await db.Deliveries
            .Where(delivery => delivery.Talks == talks.Slug && delivery.State == DeliveryState.Held && delivery.FollowId != null)
            .OrderBy(delivery => delivery.Id)
            .ToListAsync(token);
        var byFollow = held.Where(delivery => delivery.State is DeliveryState.Held).ToLookup(delivery => delivery.FollowId!.Value);
        return [.. talks.Follows.Where(follow => byFollow.Contains(follow.Id)).Select(follow => (follow, byFollow[follow.Id].ToList()))];
    }

    private async Task SettleAsync(Negotiation talks, Follow follow, List<Delivery> held, Instant dueAt, Instant now, CancellationToken token)
    {
        if (!follow.IsListening)
        {
            held.ForEach(delivery => delivery.Drop(DeliveryState.Cancelled, "the channel does not follow any more"));
        }
        else if (follow.Settings.Quiet?.EndOf(now, follow.Settings.Clock.Zone) is { } end)
        {
            held.ForEach(delivery => hold.Keep(talks, follow, delivery, end));
        }
        else
        {
            await TellAsync(talks, follow, held, dueAt, now, token);
        }
    }

    private async Task TellAsync(Negotiation talks, Follow follow, List<Delivery> held, Instant dueAt, Instant now, CancellationToken token)
    {
        var stale = held.Where(delivery => delivery.Kind is DeliveryKind.Countdown && !BundlePlan.IsAhead(talks, delivery, now)).ToList();
        stale.ForEach(delivery => delivery.Drop(DeliveryState.Cancelled, "its deadline was over when the quiet hours ended"));
        var told = BundlePlan.Told(talks, held, now);
        if (told.Count == 0)
        {
            return;
        }

        var post = BundleWording.Write(talks, follow.Settings, told, dueAt, now);
        var bundle = queue.Tell(talks, follow, new News(DeliveryKind.Bundle, "", WirePriority.Regular, dueAt, post) { Revision = unchecked((int)held[^1].Id) });
        await db.SaveChangesAsync(token);
        held.Except(stale).ToList().ForEach(delivery => delivery.ToldIn(bundle.Id));
    }
}
