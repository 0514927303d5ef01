using TalksBot.Core.Posts;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

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
