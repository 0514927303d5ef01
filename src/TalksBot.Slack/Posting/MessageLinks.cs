using System.Globalization;

namespace TalksBot.Slack.Posting;

/// <summary>What a post can point to: a channel's messages by their web addresses, and the connection's channels by their names.</summary>
/// <param name="workspace">The workspace's own address, such as <c>https://newsroom.slack.com/</c>; null while it is not known.</param>
/// <param name="place">The channel, or a thread in it.</param>
internal sealed class MessageLinks(Uri? workspace, SlackPlace? place)
{
    /// <summary>Where nothing can be pointed to.</summary>
    public static MessageLinks None { get; } = Among(NativeNames.None);

    /// <summary>The channels that are shown by their names.</summary>
    public NativeNames Channels { get; init; } = NativeNames.None;

    /// <summary>Where no message can be pointed to.</summary>
    public static MessageLinks Among(NativeNames channels) => new(null, null) { Channels = channels };

    /// <summary>A message's address; null when it has none that is known.</summary>
    /// <param name="messageId">Its <c>ts</c>; null while it is not known.</param>
    public Uri? Of(string? messageId)
    {
        if (workspace is null || place is null || !SlackPlace.IsTs(messageId))
        {
            return null;
        }

        var thread = place.ThreadTs is { } parent
            ? string.Create(CultureInfo.InvariantCulture, $"?thread_ts={parent}&cid={place.Channel}")
            : "";
        var path = $"archives/{place.Channel}/p{messageId.Replace(".", "", StringComparison.Ordinal)}{thread}";
        return new Uri(workspace, path);
    }
}
