using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Core.Undoing;
using TalksBot.Core.Updates;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Undoing;

/// <summary>Takes back what a command has told: posts are struck and followed by a note, marks on other posts are removed.</summary>
internal sealed class UndoPosts(TalksDb db, Rewrite rewrite, DeliveryQueue queue, HoldBack hold)
{
    /// <summary>Takes it back.</summary>
    /// <returns>How many channels had been told.</returns>
    public async Task<int> TakeBackAsync(Act act, Negotiation talks, Stamp stamp, CancellationToken token)
    {
        var caused = await CausedAsync(act, token);
        caused.Where(delivery => delivery.IsUnseen).ToList().ForEach(delivery => delivery.Drop(DeliveryState.Cancelled, "undone"));
        var notice = $"Taken back by {stamp.By} {TimeWording.ClockTimeShort(stamp.At, talks.ClocksFrom(talks.Zone)[0])}: disregard it.";
        var told = new Dictionary<ChannelAddress, Delivery>();
        foreach (var delivery in caused.Where(delivery => delivery.State is DeliveryState.Sent or DeliveryState.Sending or DeliveryState.Pending))
        {
            await TakeBackAsync(talks, delivery, notice, stamp.At, token);
            if (delivery.Act is DeliveryAct.Post || !told.ContainsKey(delivery.Channel))
            {
                told[delivery.Channel] = delivery;
            }
        }

        foreach (var change in caused.Where(delivery => delivery.IsSaidFromTheStart))
        {
            if (await RestoreAsync(talks, change, stamp.At, token) is { IsUnseen: false } message)
            {
                told.TryAdd(message.Channel, message);
            }
        }

        foreach (var bundled in caused.Where(delivery => delivery.State is DeliveryState.Superseded && delivery.SupersededBy is not null))
        {
            if (await StrikeInBundleAsync(bundled, notice, stamp.At, token) is { } bundle)
            {
                told.TryAdd(bundle.Channel, bundle);
            }
        }

        foreach (var first in told.Values)
        {
            Note(act, talks, first, notice, stamp.At);
        }

        return told.Count;
    }

    /// <summary>What the command posted and marked, and the alerts and lifted embargoes that the clock has told of what it set since.</summary>
    private async Task<IReadOnlyList<Delivery>> CausedAsync(Act act, CancellationToken token)
    {
        var subjects = act.Parts.Select(part => part.Name).ToList();
        return await db.Deliveries
            .Where(delivery => (delivery.ActId == act.Id
                    || (delivery.Talks == act.Talks && delivery.DueAt > act.At && subjects.Contains(delivery.Subject)
                        && (delivery.Rung != null || (delivery.Kind == DeliveryKind.Update && delivery.ActId == null))))
                && delivery.Act != DeliveryAct.Pin && delivery.Kind != DeliveryKind.Live && delivery.Kind != DeliveryKind.Bundle)
            .OrderBy(delivery => delivery.Id)
            .ToListAsync(token);
    }

    private async Task TakeBackAsync(Negotiation talks, Delivery delivery, string notice, Instant now, CancellationToken token)
    {
        if (delivery.Act is DeliveryAct.Post)
        {
            await rewrite.ApplyAsync(delivery, post => PostMarks.Undone(CorrectionWording.WithoutHidden(post, talks), notice), now, after: null, token);
        }
        else
        {
            await RestoreAsync(talks, delivery, now, token);
        }
    }

    /// <summary>The message says again what it said before the change; only what was killed since stays away.</summary>
    /// <returns>The message.</returns>
    private async Task<Delivery> RestoreAsync(Negotiation talks, Delivery change, Instant now, CancellationToken token)
    {
        var message = await db.Deliveries.SingleAsync(posted => posted.Id == change.TargetId, token);
        if (message.State is DeliveryState.Cancelled && change.IsSaidFromTheStart)
        {
            message.Revive(now);
            if (talks.Follows.FirstOrDefault(known => known.Id == message.FollowId) is { } follow)
            {
                hold.Consider(talks, follow, message);
            }
        }

        await rewrite.ApplyAsync(message, _ => CorrectionWording.WithoutHidden(change.Before!, talks), now, after: null, token);
        return message;
    }

    /// <summary>What quiet hours kept back was told together with news that stands.</summary>
    /// <returns>The bundle, when somebody may have seen it.</returns>
    private async Task<Delivery?> StrikeInBundleAsync(Delivery bundled, string notice, Instant now, CancellationToken token)
    {
        var bundle = await db.Deliveries.SingleAsync(delivery => delivery.Id == bundled.SupersededBy, token);
        if (bundle.Kind is not DeliveryKind.Bundle || bundle.State is DeliveryState.Cancelled or DeliveryState.Failed)
        {
            return null;
        }

        var isUnseen = bundle.IsUnseen;
        await rewrite.ApplyAsync(bundle, post => PostMarks.Undone(post, bundled.Subject, notice), now, after: null, token);
        return isUnseen ? null : bundle;
    }

    private void Note(Act act, Negotiation talks, Delivery first, string notice, Instant now)
    {
        var post = new Post($"UNDONE · {first.Post.Heading}", Severity.Notable, [new PostPiece.Line(notice), new PostPiece.Link("The post itself is struck.", first.Key.Value, first.MessageId)])
        {
            DueOnClock = TimeWording.ClockTimeShort(now, talks.ClocksFrom(talks.Zone)[0]),
        };
        var news = new News(DeliveryKind.Undone, first.Subject, first.Priority < WirePriority.Urgent ? first.Priority : WirePriority.Urgent, now, post) { Revision = (int)act.Id };
        var follow = talks.Follows.FirstOrDefault(known => known.Id == first.FollowId);
        var note = follow is null ? queue.Tell(talks, first.Channel, news) : queue.Tell(talks, follow, news);
        if (!first.IsSettled)
        {
            // It is in a sender's hands and may be seen yet.
            note.Await(first.Id);
        }
    }
}
