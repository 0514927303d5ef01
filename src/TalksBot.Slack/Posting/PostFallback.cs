using TalksBot.Core.Posts;

namespace TalksBot.Slack.Posting;

/// <summary>A post as text alone: what notifications and screen readers say beside the blocks, and what is left where blocks are refused.</summary>
internal static class PostFallback
{
    /// <summary>The heading first, since a notification shows the beginning; escaped, never empty.</summary>
    /// <param name="post">What to say.</param>
    /// <param name="mention">Whom it notifies, as markup; null for nobody.</param>
    /// <param name="reference">What people quote, not yet escaped; may be empty.</param>
    public static string Of(Post post, string? mention, string reference)
    {
        var start = mention is null ? "" : $"{mention} ";
        var end = reference.Length == 0 ? "" : $"\n{Markup.Escape(reference)}";
        var room = BlockLimits.Text - start.Length - end.Length;
        var fitted = PostFit.Fit(post, room - Cost(post.Heading), piece => Cost(PostText.Write(piece)));
        var words = CleanText.Of(PostText.Write(fitted)).Trim();
        var text = $"{start}{Markup.Shorten(words, room)}{end}".Trim();
        return text.Length == 0 ? "…" : text;
    }

    private static int Cost(string text) => Markup.Escape(CleanText.Of(text)).Length + 1;
}
