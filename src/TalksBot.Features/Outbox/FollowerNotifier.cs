using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Tells the channels concerned of something a person did.</summary>
internal sealed class FollowerNotifier(TalksDb db, DeliveryQueue queue)
{
    /// <summary>To every channel that follows the talks, and to every one that got an alert of the subject and has left since.</summary>
    /// <param name="talks">The talks, with all their follows.</param>
    /// <param name="news">The news; an empty subject means any of the talks' deadlines.</param>
    /// <returns>How many channels are told.</returns>
    public async Task<int> ToAllWhoHeardAsync(Negotiation talks, News news, CancellationToken token)
    {
        var heard = await db.Deliveries
            .Where(delivery => delivery.Talks == talks.Slug && delivery.FollowId != null && (delivery.State == DeliveryState.Sent || db.Deliveries.Any(bundle => bundle.Id == delivery.SupersededBy && bundle.Kind == DeliveryKind.Bundle && bundle.State == DeliveryState.Sent))
                && (delivery.Kind == DeliveryKind.Countdown || delivery.Kind == DeliveryKind.DeadlinePassed)
                && (news.Subject == "" || delivery.Subject == news.Subject))
            .Select(delivery => delivery.FollowId)
            .Distinct()
            .ToListAsync(token);
        var concerned = talks.Follows.Where(follow => follow.IsListening || (follow.MutedBecause is null && heard.Contains(follow.Id))).ToList();
        Tell(talks, concerned, news);
        return concerned.Count;
    }

    /// <summary>To every channel that follows the talks.</summary>
    public void ToFollowers(Negotiation talks, News news) => Tell(talks, talks.Listening, news);

    /// <summary>An update goes to the channels that want its priority; a deferred one waits for everybody's digest.</summary>
    public void ToThoseWhoWant(Negotiation talks, News news) =>
        Tell(talks, talks.Follows.Where(follow => follow.Wants(news.Priority)), news);

    /// <summary>To some of the channels that follow the talks.</summary>
    public void To(Negotiation talks, IEnumerable<Follow> follows, News news) => Tell(talks, follows, news);

    /// <summary>What time itself causes is told apart by its moment alone, so that it keeps its name in a copy of the database that goes on by itself.</summary>
    private void Tell(Negotiation talks, IEnumerable<Follow> follows, News news) =>
        queue.Tell(talks, follows, news with { Revision = news.KeyedAt is null ? talks.Revision : 0 });
}

/// <summary>Something to tell.</summary>
/// <param name="Kind">The sort of news.</param>
/// <param name="Subject">The record's number, or empty.</param>
/// <param name="Priority">Its place in the queue.</param>
/// <param name="DueAt">When it should be seen.</param>
/// <param name="Post">What to say.</param>
internal sealed record News(DeliveryKind Kind, string Subject, WirePriority Priority, Instant DueAt, Post Post)
{
    /// <summary>What to say on the clock of the channel that is told; null where it is the same for all.</summary>
    public Func<WallClock, Post>? OnClock { get; init; }

    /// <summary>How long before its subject an alert stands; null for news that people cause.</summary>
    public Duration? Rung { get; init; }

    /// <summary>Whom it mentions whatever its priority; null where the follow and the priority decide.</summary>
    public string? Mention { get; init; }

    /// <summary>Who covers what an alert is about, and is mentioned where the follow mentions nobody; null for nobody.</summary>
    public Coverage? Cover { get; init; }

    /// <summary>The moment that tells it apart from other news of its kind and subject, where that is not when it is due; null where it is.</summary>
    public Instant? KeyedAt { get; init; }

    /// <summary>Tells apart two changes of one record at one instant.</summary>
    public int Revision { get; init; }
}
