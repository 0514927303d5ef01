using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Leases changes of messages: only once the message is there to be changed.</summary>
internal sealed class LeaseChanges(TalksDb db)
{
    /// <summary>The change to send; null when it must wait, or when there is nothing to change.</summary>
    public async Task<Leased?> LeaseAsync(Delivery change, CancellationToken token)
    {
        var message = await db.Deliveries.SingleAsync(delivery => delivery.Id == change.TargetId, token);
        if (!message.IsSettled)
        {
            change.Await(message.Id);
            return null;
        }

        if (message is not { State: DeliveryState.Sent, MessageId: { } messageId })
        {
            change.Drop(DeliveryState.Cancelled, "the message was never posted");
            return null;
        }

        change.Lease();
        var outgoing = message.ToOutgoing() with { DueAt = change.DueAt, Post = await LinkedAsync(change.Post, token) };
        return new Leased(change.Id, change.Attempts, InDoubt: false, outgoing, Missed: [])
        {
            Act = change.Act,
            Message = new MessageAddress(message.Channel, messageId),
        };
    }

    /// <summary>Links to posts of ours are given the ids those posts got.</summary>
    private async Task<Post> LinkedAsync(Post post, CancellationToken token)
    {
        if (!post.Pieces.OfType<PostPiece.Link>().Any(link => link.MessageId is null))
        {
            return post;
        }

        var pieces = new List<PostPiece>();
        foreach (var piece in post.Pieces)
        {
            pieces.Add(piece is PostPiece.Link { MessageId: null } link ? link with { MessageId = await IdOfAsync(link.Key, token) } : piece);
        }

        return post with { Pieces = pieces };
    }

    private async Task<string?> IdOfAsync(string key, CancellationToken token)
    {
        var wanted = new DeliveryKey(key);
        return await db.Deliveries.Where(delivery => delivery.Key == wanted).Select(delivery => delivery.MessageId).SingleOrDefaultAsync(token);
    }
}
