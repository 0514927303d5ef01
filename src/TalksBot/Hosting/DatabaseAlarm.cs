using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Settings;

namespace TalksBot.Hosting;

/// <summary>Tells operations of the database straight, past the outbox, since nothing can be queued in it.</summary>
internal sealed class DatabaseAlarm(IEnumerable<IPlatform> platforms, OperationsDesk operations)
{
    private static readonly DeliveryCause Cause = new(DeliveryKind.Alarm, Talks: "", Code: "", Subject: "database");

    /// <summary>Tells everybody who hears of alarms.</summary>
    /// <param name="isOurs">Whether this node speaks over a connection.</param>
    /// <param name="at">What it is about: the same moment is not told twice where a platform knows a post by its key.</param>
    /// <param name="heading">What is amiss.</param>
    /// <param name="sentence">Why, and what to do.</param>
    /// <param name="token">Gives it up.</param>
    /// <returns>The channels that could not be told.</returns>
    public async Task<IReadOnlyList<ChannelAddress>> TellAsync(Func<string, bool> isOurs, Instant at, string heading, string sentence, CancellationToken token)
    {
        var untold = new List<ChannelAddress>();
        foreach (var channel in operations.Everybody.Where(channel => isOurs(channel.ConnectionName)))
        {
            if (platforms.FirstOrDefault(platform => platform.Name == channel.ConnectionName) is { } platform
                && await PostAsync(platform, channel, at, new Post(heading, Severity.Pressing, [new PostPiece.Line(sentence)]), token) is not PostOutcome.Sent)
            {
                untold.Add(channel);
            }
        }

        return untold;
    }

    private static Task<PostOutcome> PostAsync(IPlatform platform, ChannelAddress channel, Instant at, Post post, CancellationToken token) =>
        platform.PostAsync(new OutgoingPost(DeliveryKey.Of(channel, Cause, at), channel, Cause, WirePriority.Flash, at, post), token);
}
