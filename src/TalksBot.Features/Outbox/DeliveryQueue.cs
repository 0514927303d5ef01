using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Writes deliveries in the transaction that causes them.</summary>
internal sealed class DeliveryQueue(TalksDb db, HoldBack hold, CommitEffects effects, RestoredCopy restored)
{
    /// <summary>Queues one post to each follow.</summary>
    /// <param name="talks">The talks it is about.</param>
    /// <param name="follows">Who is told.</param>
    /// <param name="news">What they are told.</param>
    public void Tell(Negotiation talks, IEnumerable<Follow> follows, News news)
    {
        foreach (var follow in follows)
        {
            Tell(talks, follow, news);
        }
    }

    /// <summary>Queues one post to one follow; a flash or bulletin mentions whom it wants mentioned, and what can wait waits while it sleeps.</summary>
    public Delivery Tell(Negotiation talks, Follow follow, News news)
    {
        var mention = news.Mention ?? (news.Priority <= WirePriority.Bulletin ? follow.Settings.Mention : null) ?? news.Cover?.PingOn(follow.Channel.ConnectionName);
        var post = news.OnClock?.Invoke(follow.Settings.Clock) ?? news.Post;
        var delivery = Queue(follow.Place, news with { Post = post.Mention == mention ? post : post with { Mention = mention } }, talks, follow.Id);
        hold.Consider(talks, follow, delivery, isOfOther: restored.MayHaveTold(news.DueAt));
        return Asked(delivery);
    }

    /// <summary>Queues word to one channel that need not follow the talks.</summary>
    public Delivery Tell(Negotiation talks, ChannelAddress channel, News news) => Asked(Queue(channel, news, talks, followId: null));

    /// <summary>Of these deliveries, those not yet queued: a cause that was claimed once is never queued again.</summary>
    public async Task DropKnownAsync(CancellationToken token)
    {
        var added = db.Tracked<Delivery>().Where(entry => entry.State is EntityState.Added).ToList();
        var keys = added.Select(entry => entry.Entity.Key).ToList();
        var known = await db.Deliveries.Where(delivery => keys.Contains(delivery.Key)).Select(delivery => delivery.Key).ToListAsync(token);
        foreach (var entry in added.Where(entry => known.Contains(entry.Entity.Key)))
        {
            entry.State = EntityState.Detached;
        }
    }

    /// <summary>What a database before this one may have told is looked for before it is sent.</summary>
    private Delivery Asked(Delivery delivery)
    {
        if (restored.MayHaveTold(delivery.DueAt))
        {
            delivery.Doubt();
        }

        return delivery;
    }

    private Delivery Queue(ChannelAddress channel, News news, Negotiation talks, int? followId)
    {
        var cause = new DeliveryCause(news.Kind, talks.Slug, talks.Code, news.Subject, news.Rung);
        var key = DeliveryKey.Of(channel, cause, news.KeyedAt ?? news.DueAt, news.Revision);
        var delivery = new Delivery(new OutgoingPost(key, channel, cause, news.Priority, news.DueAt, news.Post), followId);
        db.Deliveries.Add(delivery);
        effects.Posted(delivery);
        return delivery;
    }
}
