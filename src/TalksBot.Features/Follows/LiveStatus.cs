using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Follows;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Follows;

/// <summary>Keeps the pinned status message of each follow that asks for one, in the transaction that changes the record.</summary>
internal sealed class LiveStatus(TalksDb db, RecordParts parts, DeliveryQueue queue, Rewrite rewrite, IClock clock)
{
    /// <summary>Brings the messages of all talks in this transaction in line with the record.</summary>
    public async Task RefreshAsync(CancellationToken token)
    {
        foreach (var talks in db.ChangeTracker.Entries<Negotiation>().Where(entry => entry.State is not EntityState.Deleted).Select(entry => entry.Entity).ToList())
        {
            await RefreshAsync(talks, token);
        }
    }

    /// <summary>Brings the messages of these talks in line with their record.</summary>
    /// <param name="talks">The head of the talks.</param>
    public async Task RefreshAsync(Negotiation talks, CancellationToken token)
    {
        if (talks.Listening.Any(follow => follow.Settings.Live))
        {
            await parts.DifferingAsync(talks, token);
            await parts.LatestAsync(talks, skipped: 0, most: 1, token);
        }

        var messages = await MessagesAsync(talks, token);
        foreach (var follow in talks.Follows)
        {
            await RefreshAsync(talks, follow, messages.GetValueOrDefault(follow.Id), token);
        }

        // A follow whose adding was undone is gone from the talks, and its message is kept by nobody.
        foreach (var (_, message) in messages.ExceptBy(talks.Follows.Select(follow => follow.Id), message => message.Key))
        {
            await EndAsync(message, clock.GetCurrentInstant(), token);
        }
    }

    /// <summary>The newest status message of each follow that has had one; one that could not be edited is gone, and another takes its place.</summary>
    private async Task<Dictionary<int, Delivery>> MessagesAsync(Negotiation talks, CancellationToken token)
    {
        var all = await db.Deliveries
            .Where(delivery => delivery.Talks == talks.Slug && delivery.Subject == "" && delivery.Kind == DeliveryKind.Live && delivery.Act == DeliveryAct.Post
                && delivery.FollowId != null && delivery.State != DeliveryState.Failed && delivery.State != DeliveryState.Cancelled)
            .ToListAsync(token);
        var lost = await db.Deliveries
            .Where(edit => edit.Talks == talks.Slug && edit.Subject == "" && edit.Kind == DeliveryKind.Live && edit.Act == DeliveryAct.Edit && edit.State == DeliveryState.Failed)
            .Select(edit => edit.TargetId)
            .ToListAsync(token);
        return all.Where(message => !lost.Contains(message.Id)).GroupBy(delivery => delivery.FollowId!.Value).ToDictionary(group => group.Key, group => group.MaxBy(delivery => delivery.Id)!);
    }

    private async Task RefreshAsync(Negotiation talks, Follow follow, Delivery? message, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (follow is { IsListening: true, Settings.Live: true })
        {
            var post = LiveWording.Write(talks, follow.Settings.Clock, talks.ChangedAt);
            if (message is null || IsEnded(message.Post))
            {
                await BeginAsync(talks, follow, post, now, token);
            }
            else if (PostText.Write(message.Post) != PostText.Write(post))
            {
                await rewrite.ApplyAsync(message, _ => post, now, after: null, token);
            }
        }
        else if (message is not null)
        {
            await EndAsync(message, now, token);
        }
    }

    private async Task BeginAsync(Negotiation talks, Follow follow, Post post, Instant now, CancellationToken token)
    {
        var message = queue.Tell(talks, follow, new News(DeliveryKind.Live, "", WirePriority.Urgent, now, post) { Revision = talks.Revision });
        await db.SaveChangesAsync(token);
        db.Deliveries.Add(Delivery.Of(DeliveryAct.Pin, message, post, post, new RewriteMark(1, now, WirePriority.Urgent)));
    }

    private async Task EndAsync(Delivery message, Instant now, CancellationToken token)
    {
        if (!IsEnded(message.Post))
        {
            await rewrite.ApplyAsync(message, LiveWording.Ended, now, after: null, token);
        }
    }

    private static bool IsEnded(Post post) => post.Pieces.Count > 0 && post.Pieces[^1] is PostPiece.Line;
}
