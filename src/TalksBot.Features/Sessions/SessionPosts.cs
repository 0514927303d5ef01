using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Core.Times;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Sessions;

/// <summary>Tells the channels what became of a session, and keeps the alerts that stand there true.</summary>
internal sealed class SessionPosts(TalksDb db, MessageEditor rewrite, FollowerNotifier announce)
{
    /// <summary>It has begun: where an alert of it stands, the latest becomes the news; what is told late is told anew.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="session">The session.</param>
    /// <param name="planned">When it was to start.</param>
    /// <param name="now">The moment of writing.</param>
    public async Task StartedAsync(Negotiation talks, Session session, CivilTime planned, Instant now, CancellationToken token)
    {
        var post = SessionWording.Started(talks, session, now);
        var asking = await AskingAsync(talks, session, token);
        await rewrite.LoadAsync(asking, token);
        var becoming = !SessionWording.GoesOn(session, now)
            ? []
            : asking.Where(alert => alert.Rung is { } rung && alert.DueAt + rung == planned.ToInstant()).GroupBy(alert => alert.FollowId).Select(group => group.Last()).ToList();
        foreach (var alert in asking)
        {
            rewrite.Apply(alert, ChangeReason.Answered, shown => becoming.Contains(alert) ? post : shown with { Buttons = [] }, now);
        }

        var told = becoming.Select(alert => alert.FollowId).ToHashSet();
        announce.To(talks, talks.Listening.Where(follow => !told.Contains(follow.Id)), News(session, post, now));
    }

    /// <summary>It is over, moved or cancelled: everybody is told, and what stands untrue by that reads as the news.</summary>
    public async Task TellAsync(Negotiation talks, Session session, Post post, Instant now, CancellationToken token)
    {
        var asking = await AskingAsync(talks, session, token);
        await rewrite.LoadAsync(asking, token);
        foreach (var alert in asking)
        {
            rewrite.Apply(alert, ChangeReason.Answered, shown => session.State is SessionState.Ended ? Over(talks, session, alert, shown, now) : post, now);
        }

        announce.ToFollowers(talks, News(session, post, now));
    }

    /// <summary>
    /// What an alert says of a session that took place: that it was to start in half an hour stays true, and when it began does. That it is over
    /// is told once, by a post of its own; the desk's question is answered by that.
    /// </summary>
    private static Post Over(Negotiation talks, Session session, Delivery alert, Post shown, Instant now) =>
        alert.Kind is DeliveryKind.Alarm ? SessionWording.Ended(talks, session, now)
        : alert.Rung > Duration.Zero && !SessionWording.OffersEnd(shown) ? shown with { Buttons = [] }
        : SessionWording.TookPlace(talks, session, now);

    private static News News(Session session, Post post, Instant now) => new(DeliveryKind.Session, session.Name, WirePriority.Urgent, now, post);

    /// <summary>The messages that ask what becomes of it, and were seen.</summary>
    private async Task<IReadOnlyList<Delivery>> AskingAsync(Negotiation talks, Session session, CancellationToken token)
    {
        var posts = await db.Deliveries
            .Where(delivery => delivery.Talks == talks.Slug && delivery.Subject == session.Name && delivery.Act == DeliveryAct.Post
                && (delivery.Kind == DeliveryKind.Session || delivery.Kind == DeliveryKind.Alarm)
                && (delivery.State == DeliveryState.Sent || delivery.State == DeliveryState.Sending) && delivery.Reason != DeliveryReason.MessageGone)
            .OrderBy(delivery => delivery.Id)
            .ToListAsync(token);
        await rewrite.LoadAsync(posts, token);
        return [.. posts.Where(post => rewrite.Reads(post) is { Buttons.Count: > 0 } reads && !PostMarks.IsUndone(reads))];
    }
}
