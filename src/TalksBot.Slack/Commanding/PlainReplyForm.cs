using TalksBot.Core.Posts;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>A reply as text alone, every mark of Slack's own made harmless; what nothing can be wrong with.</summary>
internal sealed class PlainReplyForm : IReplyForm
{
    private const int LongestText = 2_900;

    /// <inheritdoc/>
    public ResponseDraft Write(Post body)
    {
        var text = ShortText.Cut(CleanText.Of(PostText.Write(body)).Trim(), LongestText);
        return new ResponseDraft { Text = "TalksBot", Blocks = [new SectionBlock(SlackText.Plain(text.Length == 0 ? "–" : text))] };
    }
}
