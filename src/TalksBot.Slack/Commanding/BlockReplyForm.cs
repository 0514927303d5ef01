using TalksBot.Core.Posts;
using TalksBot.Core.Text;
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

/// <summary>Writes the body of a reply for Slack, pinging nobody and within every limit; its buttons are added by the answer.</summary>
internal interface IReplyForm
{
    /// <summary>One answer without buttons, leaving room for one more block.</summary>
    /// <param name="body">What to say.</param>
    /// <param name="connection">The name of the connection it goes by, such as <c>slack:main</c>.</param>
    ResponseDraft Write(Post body, string connection);
}

/// <summary>A reply as text alone, every mark of Slack's own made harmless; what nothing can be wrong with.</summary>
internal sealed class PlainReplyForm : IReplyForm
{
    /// <inheritdoc/>
    public ResponseDraft Write(Post body, string connection)
    {
        var fitted = PostFit.Fit(body, BlockLimits.Section - Cost(body.Title), piece => Cost(PostText.Write(piece)));
        var text = Markup.Shorten(CleanText.Of(PostText.Write(fitted)).Trim(), BlockLimits.Section);
        return new ResponseDraft { Text = PostFallback.Of(body, mention: null, reference: ""), Blocks = [new SectionBlock(SlackText.Plain(text.Length == 0 ? "…" : text))] };
    }

    private static int Cost(string text) => Markup.Escape(CleanText.Of(text)).Length + 1;
}
