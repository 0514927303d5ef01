using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Alerts;

/// <summary>The messages that ask what became of a deadline that passed: once it is known they say so, and no alert of it asks any more.</summary>
internal sealed class OutcomeQuestions(TalksDb db, MessageEditor rewrite)
{
    private static readonly DeliveryKind[] Nearing = [DeliveryKind.Countdown, DeliveryKind.Escalation];

    /// <summary>It is known what became of a deadline.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="says">What the messages say from now on.</param>
    /// <param name="now">When it was recorded.</param>
    public Task AnswerAsync(Negotiation talks, Deadline deadline, Post says, Instant now, CancellationToken token) => AnswerAsync(
        talks, deadline, [DeliveryKind.DeadlinePassed, DeliveryKind.Alarm, .. Nearing], (post, shown) => Nearing.Contains(post.Kind) ? WithoutAsking(shown) : says, now, token);

    /// <summary>The alerts that a deadline nears ask for no word any more: it falls at another time.</summary>
    public Task SilenceAsync(Negotiation talks, Deadline deadline, Instant now, CancellationToken token) =>
        AnswerAsync(talks, deadline, Nearing, (_, shown) => WithoutAsking(shown), now, token);

    private async Task AnswerAsync(Negotiation talks, Deadline deadline, DeliveryKind[] kinds, Func<Delivery, Post, Post> says, Instant now, CancellationToken token)
    {
        var posts = await db.Deliveries
            .Where(delivery => delivery.Talks == talks.Slug && delivery.Subject == deadline.Name && delivery.Act == DeliveryAct.Post
                && kinds.Contains(delivery.Kind)
                && (delivery.State == DeliveryState.Sent || delivery.State == DeliveryState.Sending) && delivery.Reason != DeliveryReason.MessageGone)
            .OrderBy(delivery => delivery.Id)
            .ToListAsync(token);
        var asking = posts.FindAll(post => !Nearing.Contains(post.Kind) || post.Post.AsksForWord);
        await rewrite.LoadAsync(asking, token);
        foreach (var post in asking.Where(post => rewrite.Reads(post) is { Buttons.Count: > 0 } reads && !PostMarks.IsUndone(reads)))
        {
            rewrite.Apply(post, ChangeReason.Answered, shown => says(post, shown), now);
        }
    }

    private static Post WithoutAsking(Post shown) => shown with { Buttons = [.. shown.Buttons.Where(button => !button.AsksForWord)] };
}
