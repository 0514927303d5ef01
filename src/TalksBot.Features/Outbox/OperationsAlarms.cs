using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Settings;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Queues alarms for the operations channel in the transaction at hand.</summary>
internal sealed class OperationsAlarms(TalksDb db, CommitEffects effects, OperationsDesk operations, IOptions<DeskOptions> desk, RestoredCopy restored)
{
    /// <summary>Queues an alarm, for the operations channel and for whoever hears of troubles outside chat, unless the same one was queued before.</summary>
    /// <param name="cause">What it is about.</param>
    /// <param name="dueAt">Tells it apart from others of the same cause, with <paramref name="revision"/>.</param>
    /// <param name="revision">A number of the trouble's own.</param>
    /// <param name="post">What to say.</param>
    /// <param name="now">When it is raised.</param>
    /// <param name="canHear">Leaves out channels that are in trouble themselves; null where none is.</param>
    public void Queue(DeliveryCause cause, Instant dueAt, int revision, Post post, Instant now, Func<ChannelAddress, bool>? canHear = null)
    {
        foreach (var channel in operations.Everybody.Where(channel => canHear?.Invoke(channel) ?? true))
        {
            Queue(channel, cause, dueAt, revision, post, now);
        }
    }

    /// <summary>Queues word of a connection or a channel that takes no posts, for whoever can be told of it.</summary>
    /// <param name="pause">Its pause.</param>
    /// <param name="canPost">It takes posts again.</param>
    /// <param name="post">What to say.</param>
    /// <param name="now">When it is said.</param>
    public void QueueOfPause(ChannelPause pause, bool canPost, Post post, Instant now)
    {
        if (pause.Channel is null || pause.Channel == operations.Channel)
        {
            QueueOfConnection(pause.Connection, canPost, post, now);
        }
        else
        {
            Queue(new DeliveryCause(DeliveryKind.Alarm, Talks: "", Code: "", pause.Place), now, revision: 0, post, now);
        }
    }

    /// <summary>Queues word of a connection as a whole: for the operations channel, and where that hangs on the same connection also for one that does not.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="canPost">Posts go over it, so that its own channels can be told.</param>
    /// <param name="post">What to say.</param>
    /// <param name="now">When it is said.</param>
    public void QueueOfConnection(string connection, bool canPost, Post post, Instant now)
    {
        var cause = new DeliveryCause(DeliveryKind.Alarm, Talks: "", Code: "", Subject: connection);
        var channels = new[] { operations.AwayFrom(connection), canPost || operations.Channel?.ConnectionName != connection ? operations.Channel : null };
        var outside = operations.LastResorts.Where(channel => canPost || channel.ConnectionName != connection);
        foreach (var channel in channels.OfType<ChannelAddress>().Concat(outside).Distinct())
        {
            Queue(channel, cause, now, revision: 0, post, now);
        }
    }

    /// <summary>True for somebody outside chat.</summary>
    public bool IsLastResort(ChannelAddress channel) => operations.LastResorts.Contains(channel);

    private void Queue(ChannelAddress channel, DeliveryCause cause, Instant dueAt, int revision, Post post, Instant now)
    {
        var key = DeliveryKey.Of(channel, cause, dueAt, revision);
        if (!db.Deliveries.Local.Any(known => known.Key == key) && !db.Deliveries.Any(known => known.Key == key))
        {
            var dated = post with { DueOnClock = TimeWording.ClockTimeShort(now, desk.Value.HomeClock) };
            var alarm = new Delivery(new OutgoingPost(key, channel, cause, WirePriority.Urgent, now, dated), followId: null);
            if (restored.MayHaveTold(dueAt))
            {
                alarm.Doubt();
            }

            db.Deliveries.Add(alarm);
            effects.Posted(alarm);
        }
    }
}
