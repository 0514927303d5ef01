using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>What a message carries unseen, so that it can be found again (slack.md §3).</summary>
internal static class PostMark
{
    private const string Kind = "talksbot_post";
    private const string Key = "key";
    private const string Reference = "reference";

    /// <summary>The mark of a post.</summary>
    public static MessageMetadata Of(OutgoingPost post) => MessageMetadata.Of(
        Kind,
        new Dictionary<string, string> { [Key] = post.Key.Value, [Reference] = post.Key.ShortReference });

    /// <summary>True when a message carries the mark of this post.</summary>
    public static bool Marks(SlackMessage message, OutgoingPost post) =>
        message.Metadata is { EventType: Kind } mark && mark.Text(Key) == post.Key.Value;
}
