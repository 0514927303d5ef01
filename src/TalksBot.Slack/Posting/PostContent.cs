using TalksBot.Core.Posts;
using TalksBot.Core.Text;

namespace TalksBot.Slack.Posting;

/// <summary>A post as text alone: what notifications and screen readers say beside the blocks, and what is left where blocks are refused.</summary>
internal static class PostContent
{
    /// <summary>The news first, since a notification shows the beginning, and then whom it mentions; escaped, never empty.</summary>
    /// <param name="post">What to say.</param>
    /// <param name="mention">Whom it notifies, as markup; null for nobody.</param>
    /// <param name="reference">What people quote, not yet escaped; may be empty.</param>
    public static string Of(Post post, string? mention, string reference)
    {
        var end = reference.Length == 0 ? "" : $"\n{Markup.Escape(reference)}";
        var ping = mention is null ? "" : $" {mention}";
        var room = MessageLimits.Text - ping.Length - end.Length;
        var fitted = PostFit.Fit(post, room - Cost(PostTitle.Lead(post).Line), piece => Cost(PostText.Write(piece)));
        var words = CleanText.Of(PostText.Write(fitted)).Trim().Split('\n', 2);
        var first = Markup.Shorten(words[0], room) + ping;
        var rest = words.Length == 1 ? "" : Markup.Shorten($"\n{words[1]}", MessageLimits.Text - first.Length - end.Length);
        var text = $"{first}{rest}{end}".Trim();
        return text.Length == 0 ? "…" : text;
    }

    private static int Cost(string text) => Markup.Escape(CleanText.Of(text)).Length + 1;
}
