using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>A reply as the blocks that a post would be.</summary>
internal sealed class ReplyRenderer : IReplyRenderer
{
    /// <inheritdoc/>
    public ResponseDraft Write(Post body, string connection) => new()
    {
        Text = PostContent.Of(body, mention: null, reference: ""),
        Blocks = PostBody.Of(body, reference: "", MessageLinks.Among(new NativeNames(connection, withPeople: true))),
    };
}

/// <summary>Writes the body of a reply for Slack, pinging nobody and within every limit; its buttons are added by the answer.</summary>
internal interface IReplyRenderer
{
    /// <summary>One answer without buttons, leaving room for one more block.</summary>
    /// <param name="body">What to say.</param>
    /// <param name="connection">The name of the connection it goes by, such as <c>slack:main</c>.</param>
    ResponseDraft Write(Post body, string connection);
}

/// <summary>A reply as text alone, every mark of Slack's own made harmless; what nothing can be wrong with.</summary>
internal sealed class PlainReplyRenderer : IReplyRenderer
{
    /// <inheritdoc/>
    public ResponseDraft Write(Post body, string connection)
    {
        var fitted = PostFit.Fit(body, MessageLimits.Section - Cost(body.Title), piece => Cost(PostText.Write(piece)));
        var text = Markup.Shorten(CleanText.Of(PostText.Write(fitted)).Trim(), MessageLimits.Section);
        return new ResponseDraft { Text = PostContent.Of(body, mention: null, reference: ""), Blocks = [new SectionBlock(SlackText.Plain(text.Length == 0 ? "…" : text))] };
    }

    private static int Cost(string text) => Markup.Escape(CleanText.Of(text)).Length + 1;
}
