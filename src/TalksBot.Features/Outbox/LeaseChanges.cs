using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Leases changes of messages: only once the message is there to be changed, and never one that a later change of it has overtaken.</summary>
internal sealed class LeaseChanges(TalksDb db)
{
    /// <summary>Leases what its channel may take in hand now.</summary>
    /// <param name="waiting">What may go, in order.</param>
    /// <param name="ahead">How many a channel takes.</param>
    /// <param name="order">The turn.</param>
    /// <returns>The changes, in the order in which they must be made.</returns>
    public async Task<IReadOnlyList<Leased>> LeaseAsync(IReadOnlyList<Delivery> waiting, Func<ChannelAddress, int> ahead, TurnOrder order, Instant now, CancellationToken token)
    {
        var chosen = waiting.GroupBy(change => change.Channel).SelectMany(channel => channel.Take(ahead(channel.Key))).ToList();
        if (chosen.Count == 0)
        {
            return [];
        }

        var targets = chosen.Select(change => change.TargetId).Distinct().ToList();
        var messages = await db.Deliveries.AsNoTracking().Where(message => targets.Contains(message.Id)).ToDictionaryAsync(message => message.Id, token);
        var latest = await LatestEditsAsync(targets, token);
        var links = await LinksAsync(chosen, token);
        var leased = new List<Leased>();
        foreach (var change in chosen)
        {
            if (change.Act is DeliveryAct.Edit && latest.GetValueOrDefault(change.TargetId!.Value) > change.Id)
            {
                change.Drop(DeliveryState.Superseded, "a later change of the message says it too");
            }
            else if (Lease(change, messages[change.TargetId!.Value], links, order.Owner, now) is { } post)
            {
                leased.Add(post);
            }
        }

        return leased;
    }

    private static Leased? Lease(Delivery change, Delivery message, Dictionary<string, string?> links, string owner, Instant now)
    {
        if (!message.IsSettled)
        {
            change.Await(message);
            return null;
        }

        if (message is not { State: DeliveryState.Sent, MessageId: { } messageId })
        {
            change.Drop(DeliveryState.Cancelled, "the message was never posted");
            return null;
        }

        change.Lease(owner, now + TurnOrder.Term);
        var outgoing = message.ToOutgoing() with { DueAt = change.DueAt, Priority = change.Priority, Post = Linked(change.Post, links) };
        var reason = change.ChangedFor ?? ChangeReason.Status;
        return new Leased(change.Id, change.Attempts, InDoubt: false, outgoing, Missed: [])
        {
            Act = change.Act,
            Message = new MessageAddress(message.Channel, messageId),
            ChangedFor = reason,
            MayBeTakenDown = reason is ChangeReason.Killed && message.Kind is DeliveryKind.Update or DeliveryKind.Correction && change.Post.Accounts.Count == 0,
        };
    }

    /// <summary>The last edit of each message that was made, is being made or waits to be.</summary>
    private async Task<Dictionary<long, long>> LatestEditsAsync(List<long?> targets, CancellationToken token) => await db.Deliveries
        .Where(edit => targets.Contains(edit.TargetId) && edit.Act == DeliveryAct.Edit
            && (edit.State == DeliveryState.Pending || edit.State == DeliveryState.Sending || edit.State == DeliveryState.Sent))
        .GroupBy(edit => edit.TargetId!.Value)
        .Select(edits => new { Target = edits.Key, Latest = edits.Max(edit => edit.Id) })
        .ToDictionaryAsync(edits => edits.Target, edits => edits.Latest, token);

    /// <summary>The ids that the posts got to which these changes point.</summary>
    private async Task<Dictionary<string, string?>> LinksAsync(IEnumerable<Delivery> changes, CancellationToken token)
    {
        var wanted = changes.SelectMany(change => Unknown(change.Post)).Select(link => new DeliveryKey(link.Key)).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        var found = await db.Deliveries.Where(delivery => wanted.Contains(delivery.Key)).Select(delivery => new { delivery.Key, delivery.MessageId }).ToListAsync(token);
        return found.ToDictionary(delivery => delivery.Key.Value, delivery => delivery.MessageId);
    }

    private static Post Linked(Post post, Dictionary<string, string?> links) => !Unknown(post).Any() ? post : post with
    {
        Pieces = [.. post.Pieces.Select(piece => piece is PostPiece.Link { MessageId: null } link ? link with { MessageId = links.GetValueOrDefault(link.Key) } : piece)],
    };

    private static IEnumerable<PostPiece.Link> Unknown(Post post) => post.Pieces.OfType<PostPiece.Link>().Where(link => link.MessageId is null);
}
