using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Leads;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Outbox;
using TalksBot.Features.Settings;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Feeds;

/// <summary>Tells a feed's channel of its leads in the transaction at hand, each once, and keeps what stands there true.</summary>
internal sealed class LeadPosts(TalksDb db, CommitEffects effects, MessageEditor rewrite, IOptions<DeskOptions> desk)
{
    /// <summary>The clock on which the desk reads them.</summary>
    public WallClock Clock => desk.Value.HomeClock;

    /// <summary>Queues a post about a lead, or about the feed itself for none.</summary>
    /// <param name="feed">The feed, whose channel is told.</param>
    /// <param name="lead">The lead; it has its row.</param>
    /// <param name="talks">The talks that it speaks of; null where nobody knows.</param>
    /// <param name="post">What to say.</param>
    /// <param name="now">The moment.</param>
    public void Tell(NewsFeed feed, Lead? lead, Negotiation? talks, Post post, Instant now)
    {
        var cause = new DeliveryCause(lead is null ? DeliveryKind.Alarm : DeliveryKind.Lead, talks?.Slug ?? "", talks?.Code ?? "", lead?.Name ?? feed.Name);

        // A lead is told at the moment at which it was found, and again at none: the same key is the same post.
        var key = DeliveryKey.Of(feed.Channel, cause, lead?.FoundAt ?? now, lead?.Changes ?? 0);
        var delivery = new Delivery(new OutgoingPost(key, feed.Channel, cause, WirePriority.Regular, now, post), followId: null);
        db.Deliveries.Add(delivery);
        effects.Posted(delivery);
    }

    /// <summary>Every post about a lead says something else from now on.</summary>
    public async Task RewordAsync(Lead lead, ChangeReason reason, Func<Post, Post> change, Instant now, CancellationToken token)
    {
        var told = await db.Deliveries
            .Where(delivery => delivery.Kind == DeliveryKind.Lead && delivery.Subject == lead.Name && delivery.Act == DeliveryAct.Post
                && delivery.State != DeliveryState.Cancelled && delivery.State != DeliveryState.Failed && delivery.State != DeliveryState.Superseded)
            .ToListAsync(token);
        await rewrite.LoadAsync(told, token);
        foreach (var message in told.Where(message => rewrite.Reads(message).Buttons.Count > 0))
        {
            rewrite.Apply(message, reason, change, now);
        }
    }
}
