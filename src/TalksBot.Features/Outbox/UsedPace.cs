using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Storage;
using TalksBot.Storage.Nodes;

namespace TalksBot.Features.Outbox;

/// <summary>
/// What the last node that sent for a connection has used up of the platform's limits, which count for the bot and not for a node: as far as the outbox
/// shows it, until the platform's own answers tell.
/// </summary>
internal sealed class UsedPace(TalksDb db, INodes nodes)
{
    /// <summary>What has waited for longer was sent late by an outage, which makes channels pause anyway.</summary>
    private static readonly Duration LatestDue = Duration.FromHours(1);

    /// <summary>The channels that take nothing more for now, and from when on each does again.</summary>
    public async Task<IReadOnlyDictionary<ChannelAddress, Instant>> OfAsync(IPlatform platform, Instant now, CancellationToken token)
    {
        if (!nodes.AreShared || platform.Capabilities.Pace is not { } pace)
        {
            return new Dictionary<ChannelAddress, Instant>();
        }

        var (since, due) = (now - pace.Within, now - LatestDue);
        var sent = await db.Deliveries
            .Where(delivery => delivery.Connection == platform.Name && delivery.State == DeliveryState.Sent && delivery.DueAt > due && delivery.DueAt <= now && delivery.SentAt > since)
            .Select(delivery => new { delivery.Channel, delivery.SentAt })
            .ToListAsync(token);

        // What it had in hand may have left just before it went.
        var inHand = await db.Deliveries
            .Where(delivery => delivery.Connection == platform.Name && delivery.State == DeliveryState.Sending)
            .Select(delivery => delivery.Channel)
            .ToListAsync(token);
        return sent.Select(one => (one.Channel, At: one.SentAt!.Value)).Concat(inHand.Select(channel => (Channel: channel, At: now)))
            .GroupBy(one => one.Channel, one => one.At)
            .Where(channel => channel.Count() >= pace.Posts)
            .ToDictionary(channel => channel.Key, channel => channel.OrderDescending().ElementAt(pace.Posts - 1) + pace.Within);
    }
}
