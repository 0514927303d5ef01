using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Alerts;

/// <summary>The messages that ask what became of a deadline that passed: once it is known they say so, and ask no more.</summary>
internal sealed class OutcomeQuestions(TalksDb db, MessageEditor rewrite)
{
    /// <summary>It is known what became of a deadline.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="says">What the messages say from now on.</param>
    /// <param name="now">When it was recorded.</param>
    public async Task AnswerAsync(Negotiation talks, Deadline deadline, Post says, Instant now, CancellationToken token)
    {
        var posts = await db.Deliveries
            .Where(delivery => delivery.Talks == talks.Slug && delivery.Subject == deadline.Name && delivery.Act == DeliveryAct.Post
                && (delivery.Kind == DeliveryKind.DeadlinePassed || delivery.Kind == DeliveryKind.Alarm)
                && (delivery.State == DeliveryState.Sent || delivery.State == DeliveryState.Sending) && delivery.Reason != DeliveryReason.MessageGone)
            .OrderBy(delivery => delivery.Id)
            .ToListAsync(token);
        var edits = await rewrite.OfAsync(posts, token);
        foreach (var post in posts.Where(post => edits.Reads(post) is { Buttons.Count: > 0 } reads && !PostMarks.IsUndone(reads)))
        {
            edits.Apply(post, ChangeReason.Answered, _ => says, now);
        }
    }
}
