using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Alerts;

/// <summary>Has the alerts of a deadline or session say what is said of it now, and tells the channels that saw them say otherwise.</summary>
internal sealed class RewordedAlerts(TalksDb db, MessageEditor rewrite, DeliveryQueue queue)
{
    /// <summary>What becomes of an alert that stands so long before its subject.</summary>
    /// <param name="shown">The alert as it reads now.</param>
    /// <param name="rung">How long before.</param>
    public delegate Post Rewording(Post shown, Duration rung);

    /// <summary>Rewords those of a deadline that reads otherwise, and tells each channel that saw one once.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="was">The deadline as it read before.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="stamp">Who says it otherwise, and when.</param>
    /// <returns>How many channels are told.</returns>
    public Task<int> TellAsync(Negotiation talks, Deadline was, Deadline deadline, Stamp stamp, CancellationToken token) => TellAsync(
        talks, deadline.Name, (shown, rung) => CountdownWording.Reworded(shown, talks, was, deadline, rung), CountdownWording.ReadsOtherwise(talks, was, deadline, stamp), stamp.At, token);

    /// <summary>The same of a session that reads or ends otherwise.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="was">The session as it read before.</param>
    /// <param name="session">The session.</param>
    /// <param name="stamp">Who says it otherwise, and when.</param>
    /// <returns>How many channels are told.</returns>
    public Task<int> TellAsync(Negotiation talks, Session was, Session session, Stamp stamp, CancellationToken token) => TellAsync(
        talks, session.Name, (shown, rung) => SessionWording.Reworded(shown, talks, was, session, rung), SessionWording.ReadsOtherwise(talks, was, session, stamp), stamp.At, token);

    /// <summary>Rewords alerts.</summary>
    /// <returns>Those that somebody may have seen in other words.</returns>
    public async Task<IReadOnlyList<Delivery>> RewordAsync(IReadOnlyList<Delivery> alerts, Rewording reword, Instant now, CancellationToken token)
    {
        var seen = new List<Delivery>();
        await rewrite.LoadAsync(alerts, token);
        foreach (var alert in alerts)
        {
            var reads = rewrite.Reads(alert);
            var anew = PostMarks.IsUndone(reads) ? reads : reword(reads, alert.Rung!.Value);
            if (PostReversal.SameWords(reads, anew))
            {
                continue;
            }

            seen.AddRange(alert.IsUnseen ? [] : [alert]);
            rewrite.Return(alert, ChangeReason.Status, anew, now);
        }

        return seen;
    }

    /// <summary>What a channel is told rings nobody.</summary>
    private async Task<int> TellAsync(Negotiation talks, string subject, Rewording reword, Post news, Instant now, CancellationToken token)
    {
        var alerts = await db.Deliveries
            .Where(delivery => delivery.Talks == talks.Slug && delivery.Subject == subject && delivery.Act == DeliveryAct.Post && delivery.Rung != null
                && (delivery.State == DeliveryState.Sent || delivery.State == DeliveryState.Sending || delivery.State == DeliveryState.Pending || delivery.State == DeliveryState.Held)
                && delivery.Reason != DeliveryReason.MessageGone)
            .OrderBy(delivery => delivery.Id)
            .ToListAsync(token);
        var told = new HashSet<ChannelAddress>();
        foreach (var alert in (await RewordAsync(alerts, reword, now, token)).Where(alert => told.Add(alert.Channel)))
        {
            var word = new News(DeliveryKind.Reworded, subject, WirePriority.Regular, now, news) { Revision = talks.Revision };
            _ = talks.Follows.FirstOrDefault(follow => follow.Id == alert.FollowId) is { } follow ? queue.Tell(talks, follow, word) : queue.Tell(talks, alert.Channel, word);
        }

        return told.Count;
    }
}
