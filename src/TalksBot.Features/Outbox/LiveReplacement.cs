using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>
/// Keeps live status messages at exactly one a follow: one that may not be edited any more is taken down, and only once it is gone
/// another takes its place.
/// </summary>
internal sealed class LiveReplacement(TalksDb db)
{
    /// <summary>Considers what became of a change of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="change">The change.</param>
    public async Task ConsiderAsync(Delivery message, Delivery change, Instant now, CancellationToken token)
    {
        if (message is not { Kind: DeliveryKind.Live, Act: DeliveryAct.Post, Reason: not DeliveryReason.MessageGone })
        {
            return;
        }

        switch (change)
        {
            case { Act: DeliveryAct.Edit, State: DeliveryState.Failed }:
                var reason = change.ChangedFor ?? ChangeReason.Status;
                db.Deliveries.Add(Delivery.Of(DeliveryAct.Delete, message, change.Post, message.Post, new RewriteMark(change.Id, now, reason)));
                break;
            case { Act: DeliveryAct.Delete, State: DeliveryState.Sent } or { Act: DeliveryAct.Edit or DeliveryAct.Delete, Reason: DeliveryReason.MessageGone }:
                await ReplaceAsync(message, change.Post, now, token);
                break;
        }
    }

    private async Task ReplaceAsync(Delivery message, Post says, Instant now, CancellationToken token)
    {
        var open = await db.Deliveries
            .Where(change => change.TargetId == message.Id && change.State == DeliveryState.Pending)
            .OrderBy(change => change.Id)
            .ToListAsync(token);
        var isEnded = message.Reason is DeliveryReason.Ended;
        open.ForEach(change => change.Drop(DeliveryState.Cancelled, "the message was taken down"));
        message.RecordTakenDown();
        if (isEnded)
        {
            return;
        }

        var cause = new DeliveryCause(message.Kind, message.Talks, message.Code, message.Subject);
        var key = DeliveryKey.Of(message.Channel, cause, now, unchecked((int)message.Id));
        var latest = open.LastOrDefault(change => change.Act is DeliveryAct.Edit)?.Post ?? says;
        var another = new Delivery(new OutgoingPost(key, message.Channel, cause, message.Priority, now, latest), message.FollowId);
        db.Deliveries.Add(another);
        await db.SaveChangesAsync(token);
        db.Deliveries.Add(Delivery.Of(DeliveryAct.Pin, another, latest, latest, new RewriteMark(1, now, ChangeReason.Status)));
    }
}
