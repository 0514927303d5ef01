using System.Buffers.Binary;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Follows;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
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
        var told = new List<(Delivery Bundle, IReadOnlyList<Delivery> Held)>();
        foreach (var (follow, held) in await HeldAsync(talks, token))
        {
            told.AddRange(Settle(talks, follow, held, now, now));
        }

        await SpeakForAsync(told, token);
    }

    /// <summary>Quiet hours end.</summary>
    /// <param name="talks">The talks, with deadlines, sessions and follows.</param>
    /// <param name="follows">The rows of the follows whose quiet hours end.</param>
    /// <param name="now">The moment of the claim.</param>
    public async Task EndedAsync(Negotiation talks, IReadOnlyCollection<int> follows, Instant now, CancellationToken token)
    {
        var told = new List<(Delivery Bundle, IReadOnlyList<Delivery> Held)>();
        foreach (var (follow, held) in (await HeldAsync(talks, token)).Where(waiting => follows.Contains(waiting.Follow.Id)))
        {
            told.AddRange(Settle(talks, follow, held, BundlePlan.DueAt(follow.Settings, held, now), now));
        }

        await SpeakForAsync(told, token);
    }

    /// <summary>Bundles are written down together, and then known by what they speak for.</summary>
    private async Task SpeakForAsync(List<(Delivery Bundle, IReadOnlyList<Delivery> Held)> told, CancellationToken token)
    {
        if (told.Count == 0)
        {
            return;
        }

        await db.SaveChangesAsync(token);
        foreach (var (bundle, held) in told)
        {
            held.ToList().ForEach(delivery => delivery.ToldIn(bundle.Id));
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

    private List<(Delivery Bundle, IReadOnlyList<Delivery> Held)> Settle(Negotiation talks, Follow follow, List<Delivery> held, Instant dueAt, Instant now)
    {
        if (!follow.IsListening)
        {
            held.ForEach(delivery => delivery.Drop(DeliveryState.Cancelled, "the channel does not follow any more"));
            return [];
        }

        if (follow.Settings.Quiet?.EndOf(now, follow.Settings.Clock.Zone) is { } end)
        {
            held.ForEach(delivery => hold.Keep(talks, follow, delivery, end));
            return [];
        }

        return Tell(talks, follow, held, dueAt, now);
    }

    private List<(Delivery Bundle, IReadOnlyList<Delivery> Held)> Tell(Negotiation talks, Follow follow, List<Delivery> held, Instant dueAt, Instant now)
    {
        var stale = held.Where(delivery => delivery.Kind is DeliveryKind.Countdown && !BundlePlan.IsAhead(talks, delivery, now)).ToList();
        stale.ForEach(delivery => delivery.Drop(DeliveryState.Cancelled, "its deadline was over when the quiet hours ended"));
        var told = BundlePlan.Told(talks, held, now);
        if (told.Count == 0)
        {
            return [];
        }

        var post = BundleWording.Write(talks, follow.Settings, told, dueAt, now);
        var news = new News(DeliveryKind.Bundle, "", WirePriority.Regular, dueAt, post) { Revision = Number(held) };
        return [(queue.Tell(talks, follow, news), [.. held.Except(stale)])];
    }

    /// <summary>Tells bundles of one moment apart by the first post in each, whose name, unlike its row, is the same in a copy of the database that goes on by itself.</summary>
    private static int Number(List<Delivery> held) =>
        BinaryPrimitives.ReadInt32LittleEndian(Encoding.ASCII.GetBytes(held.OrderBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Key.Value, StringComparer.Ordinal).First().Key.Value));
}
