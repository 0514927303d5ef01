using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Follows;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>
/// Gives a follow that wants one its thread, once: a message is posted like any other, the thread is opened from it as a change of it, and
/// only then do posts go there. Each step is a row, so a crash between two of them repeats none that was made.
/// </summary>
internal sealed class Threads(TalksDb db, DeliveryQueue queue, OperationsAlarms alarms)
{
    /// <summary>Begins the thread of a follow that wants one and has none.</summary>
    public async Task BeginAsync(Negotiation talks, Follow follow, Instant now, CancellationToken token)
    {
        if (!follow.Settings.Thread || follow.Thread is not null)
        {
            return;
        }

        // A message that stands has only its thread still to be opened.
        var root = follow.Id == 0 ? null : await db.Deliveries
            .Where(delivery => delivery.FollowId == follow.Id && delivery.Kind == DeliveryKind.Thread && delivery.Act == DeliveryAct.Post && delivery.Reason != DeliveryReason.MessageGone)
            .OrderByDescending(delivery => delivery.Id)
            .FirstOrDefaultAsync(token);
        if (root is { IsSettled: false })
        {
            return;
        }

        if (root is { State: DeliveryState.Sent })
        {
            Open(root, now);
            return;
        }

        // The follow may have no row yet, and its post names that.
        await db.SaveBeforeDeliveriesAsync(token);
        queue.Tell(talks, follow, new News(DeliveryKind.Thread, "", WirePriority.Urgent, now, ThreadWording.Root(talks)) { Revision = talks.Revision });
    }

    /// <summary>What follows from a delivery that was made: the thread is opened from its message, and posts go there once it is.</summary>
    public async Task ConsiderAsync(Delivery made, Instant now, CancellationToken token)
    {
        if (made is not { Kind: DeliveryKind.Thread, State: DeliveryState.Sent, FollowId: { } id })
        {
            return;
        }

        if (made.Act is DeliveryAct.Post)
        {
            Open(made, now);
        }
        else if (made.Act is DeliveryAct.Thread && await db.Follows.SingleOrDefaultAsync(follow => follow.Id == id, token) is { } follow)
        {
            follow.BeginThread(follow.Channel with { Channel = made.MessageId! });
            foreach (var waiting in await WaitingAsync(follow, token))
            {
                waiting.GoTo(follow.Place);
            }
        }
    }

    /// <summary>A post could not be made in its thread: if that is gone, the post and what waits behind it go to the channel itself, and another thread is begun.</summary>
    /// <returns>True where that is so, and the post waits to be sent again.</returns>
    public async Task<bool> LostAsync(Delivery post, RetryDecision.GiveUp giveUp, Instant now, CancellationToken token)
    {
        if (!giveUp.MuteFollow || post is not { Act: DeliveryAct.Post, FollowId: { } id })
        {
            return false;
        }

        var talks = await db.AllNegotiations.Include(known => known.Follows).SingleAsync(known => known.Follows.Any(follow => follow.Id == id), token);
        var follow = talks.Follows.Single(known => known.Id == id);
        if (post.Channel == follow.Channel || follow.Thread != post.Channel)
        {
            return false;
        }

        post.RecordRetry(inDoubt: false, giveUp.Why);
        var waiting = await WaitingAsync(follow, token);
        follow.LoseThread();
        foreach (var one in waiting.Append(post))
        {
            one.GoTo(follow.Channel);
        }

        var roots = await db.Deliveries.Where(delivery => delivery.FollowId == id && delivery.Kind == DeliveryKind.Thread && delivery.Act == DeliveryAct.Post && delivery.Reason == null).ToListAsync(token);
        roots.ForEach(root => root.RecordTakenDown());
        alarms.Queue(new DeliveryCause(DeliveryKind.Alarm, talks.Slug, talks.Code, ""), now, -id, ThreadWording.Lost(talks, follow, giveUp.Why), now);
        await db.SaveChangesAsync(token);
        await BeginAsync(talks, follow, now, token);
        return true;
    }

    private void Open(Delivery root, Instant now) =>
        db.Deliveries.Add(Delivery.Of(DeliveryAct.Thread, root, root.Post, root.Post, new RewriteMark(now.ToUnixTimeTicks(), now, ChangeReason.Status)));

    private Task<List<Delivery>> WaitingAsync(Follow follow, CancellationToken token)
    {
        var place = follow.Thread ?? follow.Channel;
        var channel = follow.Channel;
        return db.Deliveries
            .Where(delivery => delivery.FollowId == follow.Id && delivery.Act == DeliveryAct.Post && delivery.Kind != DeliveryKind.Thread && (delivery.Channel == place || delivery.Channel == channel)
                && (delivery.State == DeliveryState.Held || (delivery.State == DeliveryState.Pending && !delivery.InDoubt)))
            .ToListAsync(token);
    }
}
