using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>What follows from deliveries that were made: messages read otherwise, pictures follow their words, links their posts.</summary>
internal sealed class FollowingChanges(TalksDb db, LiveReplacement live)
{
    /// <summary>Adds it, in the transaction that writes the receipts.</summary>
    public async Task AddAsync(IReadOnlyList<(Delivery Delivery, Attempted Attempt)> written, Instant now, CancellationToken token)
    {
        var changes = written.Where(one => one.Delivery.Lane is SendingLane.Changes).ToList();
        var targets = changes.Select(change => change.Delivery.TargetId).Distinct().ToList();
        var messages = targets.Count == 0 ? [] : await db.Deliveries.Where(message => targets.Contains(message.Id)).ToDictionaryAsync(message => message.Id, token);
        var following = new List<(Delivery Message, DeliveryKey? Awaited)>();
        foreach (var (change, attempt) in changes)
        {
            var message = messages[change.TargetId!.Value];
            if (change is { State: DeliveryState.Sent, Act: DeliveryAct.Edit })
            {
                message.NowSays(change.Post);
                following.AddRange(MissingLinks(change, attempt).Select(link => (message, (DeliveryKey?)new DeliveryKey(link.Key))));
            }

            await live.ConsiderAsync(message, change, now, token);
        }

        following.AddRange(written.Where(one => one is { Delivery.State: DeliveryState.Sent, Attempt.AwaitsPicture: true }).Select(one => (one.Delivery, (DeliveryKey?)null)));
        if (following.Count > 0)
        {
            await db.SaveChangesAsync(token);
            await FollowAsync(following, now, token);
        }
    }

    /// <summary>A mark that went out before the post it points to had arrived.</summary>
    private static IEnumerable<PostPiece.Link> MissingLinks(Delivery change, Attempted attempt) => change.ChangedFor is ChangeReason.Corrected
        ? attempt.Shown.Pieces.OfType<PostPiece.Link>().Where(link => link.MessageId is null).Take(1)
        : [];

    private async Task FollowAsync(List<(Delivery Message, DeliveryKey? Awaited)> following, Instant now, CancellationToken token)
    {
        // What is changed meanwhile brings picture and link along.
        var ids = following.Select(one => one.Message.Id).ToList();
        var changed = await db.Deliveries
            .Where(edit => edit.TargetId != null && ids.Contains(edit.TargetId.Value) && edit.Act == DeliveryAct.Edit && (edit.State == DeliveryState.Pending || edit.State == DeliveryState.Sending))
            .Select(edit => edit.TargetId)
            .ToListAsync(token);
        var keys = following.Select(one => one.Awaited).OfType<DeliveryKey>().ToList();
        var awaited = keys.Count == 0 ? [] : await db.Deliveries
            .Where(delivery => keys.Contains(delivery.Key) && (delivery.State == DeliveryState.Pending || delivery.State == DeliveryState.Sending))
            .ToDictionaryAsync(delivery => delivery.Key, token);
        foreach (var (message, key) in following.Where(one => !changed.Contains(one.Message.Id)))
        {
            if (key is null)
            {
                db.Deliveries.Add(Delivery.Of(DeliveryAct.Edit, message, message.Post, message.Post with { Picture = null }, new RewriteMark(0, now, ChangeReason.Picture)));
            }
            else if (awaited.GetValueOrDefault(key) is { } pointed)
            {
                var link = Delivery.Of(DeliveryAct.Edit, message, message.Post, message.Post, new RewriteMark(-pointed.Id, now, ChangeReason.Status));
                link.Await(pointed);
                db.Deliveries.Add(link);
            }
        }
    }
}
