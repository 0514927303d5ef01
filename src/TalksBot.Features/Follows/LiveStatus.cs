using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Follows;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Follows;

/// <summary>Keeps the pinned status message of each follow that asks for one, in the transaction that changes the record.</summary>
internal sealed class LiveStatus(TalksDb db, RecordParts parts, DeliveryQueue queue, MessageEditor rewrite, IClock clock)
{
    /// <summary>Whether a channel is shown the status of any of these talks all the time.</summary>
    public static bool IsKept(IReadOnlyList<Negotiation> talks) => talks.Any(known => known.Listening.Any(follow => follow.Settings.Live));

    /// <summary>Brings the messages of all talks in this transaction in line with the record.</summary>
    public async Task RefreshAsync(CancellationToken token)
    {
        foreach (var talks in Changing())
        {
            await RefreshAsync(talks, token);
        }
    }

    /// <summary>Brings the messages of these talks in line with their record.</summary>
    /// <param name="talks">The head of the talks.</param>
    public async Task RefreshAsync(Negotiation talks, CancellationToken token)
    {
        if (IsKept([talks]))
        {
            // Read anew with what the command has changed.
            await db.SaveBeforeDeliveriesAsync(token);
            await parts.DifferingAsync(talks, token);
            await parts.LatestAsync(talks, skipped: 0, StatusWording.UpdatesRead, token);
        }

        var now = clock.GetCurrentInstant();
        var all = await MessagesAsync(talks, token);
        var messages = Newest(all);
        var extra = all.Where(message => messages[message.FollowId!.Value] != message && message is { State: DeliveryState.Sent, Reason: not DeliveryReason.Ended }).ToList();
        await rewrite.LoadAsync(messages.Values.Concat(extra), token);
        var begun = new List<Delivery>();
        foreach (var follow in talks.Follows)
        {
            if (Refresh(talks, follow, messages.GetValueOrDefault(follow.Id), now) is { } message)
            {
                begun.Add(message);
            }
        }

        // Failures once left several of them; one is enough.
        extra.ForEach(message => End(message, now));

        // A follow whose adding was undone is gone from the talks, and its message is kept by nobody.
        foreach (var (_, message) in messages.ExceptBy(talks.Follows.Select(follow => follow.Id), message => message.Key))
        {
            End(message, now);
        }

        if (begun.Count > 0)
        {
            await db.SaveChangesAsync(token);
            db.Deliveries.AddRange(begun.Select(message => Delivery.Of(DeliveryAct.Pin, message, message.Post, message.Post, new RewriteMark(1, now, ChangeReason.Status))));
        }
    }

    /// <summary>Talks that were opened by mistake are gone, and nobody keeps their messages.</summary>
    public async Task EndAsync(Negotiation talks, CancellationToken token)
    {
        var all = await MessagesAsync(talks, token);
        all.Where(message => message.IsUnseen).ToList().ForEach(message => message.Drop(DeliveryState.Cancelled, "undone"));
        var seen = all.Where(message => !message.IsUnseen && message.Reason is not DeliveryReason.Ended).ToList();
        await rewrite.LoadAsync(seen, token);
        seen.ForEach(message => End(message, clock.GetCurrentInstant()));
    }

    private List<Negotiation> Changing() => [.. db.Tracked<Negotiation>().Where(entry => entry.State is not EntityState.Deleted).Select(entry => entry.Entity)];

    private static Dictionary<int, Delivery> Newest(IEnumerable<Delivery> messages) =>
        messages.GroupBy(delivery => delivery.FollowId!.Value).ToDictionary(group => group.Key, group => group.MaxBy(delivery => delivery.Id)!);

    private static bool IsMissing(Delivery? message) => message is null or { Reason: DeliveryReason.Ended };

    /// <summary>The status messages of these talks' follows; one that was taken down is none any more.</summary>
    private Task<List<Delivery>> MessagesAsync(Negotiation talks, CancellationToken token) => db.Deliveries
        .Where(delivery => delivery.Talks == talks.Slug && delivery.Kind == DeliveryKind.Live && delivery.Act == DeliveryAct.Post
            && delivery.FollowId != null && delivery.State != DeliveryState.Failed && delivery.State != DeliveryState.Cancelled
            && delivery.Reason != DeliveryReason.MessageGone)
        .ToListAsync(token);

    /// <returns>The message that begins; null where none does.</returns>
    private Delivery? Refresh(Negotiation talks, Follow follow, Delivery? message, Instant now)
    {
        if (follow is not { IsListening: true, Settings.Live: true })
        {
            if (message is not null)
            {
                End(message, now);
            }

            return null;
        }

        var post = LiveWording.Write(talks, follow.Settings.Clock, talks.ChangedAt, now);
        if (message is null || IsMissing(message))
        {
            return queue.Tell(talks, follow, new News(DeliveryKind.Live, "", WirePriority.Urgent, now, post) { Revision = talks.Revision });
        }

        if (PostText.Write(rewrite.Reads(message)) != PostText.Write(post))
        {
            rewrite.Apply(message, ChangeReason.Status, _ => post, now);
        }

        return null;
    }

    /// <summary>It says that it is kept no more, and is not pinned any more.</summary>
    private void End(Delivery message, Instant now)
    {
        if (message.Reason is not DeliveryReason.Ended)
        {
            rewrite.Apply(message, ChangeReason.Ended, LiveWording.Ended, now);
            message.RecordEnded();
            db.Deliveries.Add(Delivery.Of(DeliveryAct.Unpin, message, message.Post, message.Post, new RewriteMark(message.Id, now, ChangeReason.Ended)));
        }
    }
}
