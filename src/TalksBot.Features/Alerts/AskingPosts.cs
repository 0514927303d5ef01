using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using TalksBot.Core.Times;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Alerts;

/// <summary>The posts in a channel that ask somebody to say that they were seen.</summary>
internal sealed class AskingPosts(TalksDb db, MessageEditor rewrite)
{
    private const int MostLookedAt = 50;

    private static readonly Duration Waits = Duration.FromDays(2);

    private static readonly DeliveryKind[] Asking =
        [DeliveryKind.Countdown, DeliveryKind.DeadlinePassed, DeliveryKind.Escalation, DeliveryKind.Correction, DeliveryKind.Kill];

    /// <summary>Those that were sent or are about to be, and wait for the word; of a deadline's, those of the moment where it stands.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="subject">The deadline or update.</param>
    /// <param name="channel">The channel.</param>
    public async Task<IReadOnlyList<Delivery>> FindAsync(Negotiation talks, string subject, ChannelAddress channel, CancellationToken token)
    {
        var posts = await Of(talks, channel).Where(delivery => delivery.Subject == subject).OrderBy(delivery => delivery.Id).ToListAsync(token);
        var deadline = talks.Deadlines.FirstOrDefault(known => known.Name == subject);
        return [.. posts.Where(post => post.Post.AsksForWord && (deadline is null || post.Rung is null || post.DueAt + post.Rung == deadline.At.ToInstant()))];
    }

    /// <summary>What waits for a word in a channel, the latest first.</summary>
    public async Task<IReadOnlyList<string>> SubjectsAsync(Negotiation talks, ChannelAddress channel, CancellationToken token)
    {
        var posts = await Of(talks, channel).OrderByDescending(delivery => delivery.Id).Take(MostLookedAt).ToListAsync(token);
        await rewrite.LoadAsync(posts, token);
        return [.. posts.Where(post => rewrite.Reads(post) is { AsksForWord: true } reads && !PostMarks.IsUndone(reads)).Select(post => post.Subject).Distinct()];
    }

    /// <summary>What waits for a word over all talks, the latest first, each once in each channel.</summary>
    /// <param name="only">The one channel looked at; null for all.</param>
    /// <param name="now">The moment; what was asked long ago waits no more.</param>
    public async Task<IReadOnlyList<WaitingAlert>> WaitingAsync(ChannelAddress? only, Instant now, CancellationToken token)
    {
        var from = now - Waits;
        var threads = await db.Follows.Where(follow => follow.Thread != null).Select(follow => new { follow.Thread, follow.Channel }).ToListAsync(token);
        var channels = threads.DistinctBy(follow => follow.Thread).ToDictionary(follow => follow.Thread!, follow => follow.Channel);
        var places = only is null ? [] : channels.Where(thread => thread.Value == only).Select(thread => thread.Key).Append(only).ToList();
        var posts = await db.Deliveries
            .Where(delivery => delivery.DueAt > from && delivery.Act == DeliveryAct.Post && Asking.Contains(delivery.Kind)
                && (delivery.State == DeliveryState.Sent || delivery.State == DeliveryState.Sending)
                && (only == null || places.Contains(delivery.Channel)))
            .OrderByDescending(delivery => delivery.DueAt).ThenByDescending(delivery => delivery.Id)
            .Take(MostLookedAt)
            .ToListAsync(token);
        await rewrite.LoadAsync(posts, token);
        return
        [
            .. posts.Where(post => rewrite.Reads(post) is { AsksForWord: true } reads && !PostMarks.IsUndone(reads))
                .Select(post => new WaitingAlert(post.Talks, post.Subject, channels.GetValueOrDefault(post.Channel) ?? post.Channel, post.DueAt))
                .DistinctBy(alert => (alert.Talks, alert.Subject, alert.Channel)),
        ];
    }

    /// <summary>Those in the channel and in its thread.</summary>
    private IQueryable<Delivery> Of(Negotiation talks, ChannelAddress channel)
    {
        var thread = talks.Follows.FirstOrDefault(follow => follow.Channel == channel)?.Thread ?? channel;
        return db.Deliveries.Where(delivery =>
            delivery.Talks == talks.Slug && (delivery.Channel == channel || delivery.Channel == thread) && delivery.Act == DeliveryAct.Post
            && Asking.Contains(delivery.Kind)
            && (delivery.State == DeliveryState.Sent || delivery.State == DeliveryState.Sending || delivery.State == DeliveryState.Pending));
    }

    /// <summary>Says on each who has seen it, and takes the button away.</summary>
    public async Task AnswerAsync(IReadOnlyList<Delivery> posts, string line, Instant now, CancellationToken token)
    {
        await rewrite.LoadAsync(posts, token);
        foreach (var post in posts)
        {
            rewrite.Apply(post, ChangeReason.Answered, shown => PostMarks.Answered(shown, line), now);
        }
    }

    /// <summary>The clock on which the word's time is shown: the deadline's own, else that of the talks.</summary>
    public static WallClock ClockOf(Negotiation talks, string subject) =>
        talks.ClocksFrom(talks.Deadlines.FirstOrDefault(deadline => deadline.Name == subject)?.At.Zone ?? talks.Zone)[0];
}
