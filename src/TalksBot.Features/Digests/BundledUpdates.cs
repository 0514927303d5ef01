using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Storage;

namespace TalksBot.Features.Digests;

/// <summary>Finds the updates that the post after a channel's quiet hours tells about when its digest comes, so that nothing is told twice.</summary>
internal sealed class BundledUpdates(TalksDb db)
{
    /// <summary>So far apart the two are read as one.</summary>
    private static readonly Duration Beside = Duration.FromHours(1);

    /// <summary>The updates by their numbers, those already told and those still to be.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="follow">The channel.</param>
    /// <param name="dueAt">When its digest is due.</param>
    public async Task<IReadOnlyList<string>> BesideAsync(Negotiation talks, Follow follow, Instant dueAt, CancellationToken token)
    {
        if (follow.Settings.Quiet is null)
        {
            return [];
        }

        var (from, to) = (dueAt - Beside, dueAt + Beside);
        var held = await db.Deliveries
            .Where(delivery => delivery.FollowId == follow.Id && delivery.State == DeliveryState.Held && delivery.Kind == DeliveryKind.Update)
            .Select(delivery => new { delivery.Subject, delivery.NotBefore })
            .ToListAsync(token);
        var bundles = await db.Deliveries
            .Where(delivery => delivery.Talks == talks.Slug && delivery.DueAt >= from && delivery.DueAt <= to && delivery.FollowId == follow.Id
                && delivery.Kind == DeliveryKind.Bundle && delivery.Act == DeliveryAct.Post && delivery.State != DeliveryState.Cancelled && delivery.State != DeliveryState.Failed)
            .ToListAsync(token);
        return [.. held.Where(delivery => delivery.NotBefore <= to).Select(delivery => delivery.Subject), .. bundles.SelectMany(bundle => bundle.Post.Accounts)];
    }
}
