using TalksBot.Core.Posts;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>A reply as the blocks that a post would be.</summary>
internal sealed class BlockReplyForm : IReplyForm
{
    /// <inheritdoc/>
    public ResponseDraft Write(Post body, string connection) => new()
    {
        Text = PostFallback.Of(body, mention: null, reference: ""),
        Blocks = PostBlocks.Of(body, reference: "", MessageAddresses.Among(new ChannelNames(connection, withPeople: true))),
    };
}
