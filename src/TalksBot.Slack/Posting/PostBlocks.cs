using System.Globalization;
using TalksBot.Core.Posts;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>A post as blocks, within every limit, shortened where Slack holds no more.</summary>
internal static class PostBlocks
{
    /// <summary>Heading, body and reference; nobody is mentioned in them and nothing can be pressed.</summary>
    /// <param name="post">What to say.</param>
    /// <param name="reference">What people quote, not yet escaped; empty for a text that nobody will refer to.</param>
    /// <param name="addresses">Where the messages are that the post points to.</param>
    public static IReadOnlyList<Block> Of(Post post, string reference, MessageAddresses addresses)
    {
        var heading = CleanText.OneLine(post.Heading);
        var mark = SeverityMark.Of(post.Severity);
        var title = Markup.Shorten(heading, BlockLimits.Header - mark.Length);
        var lines = new PostLines(addresses).Of(post.Pieces).ToList();
        if (title != Markup.Escape(heading))
        {
            lines.Insert(0, PostLine.Of(heading));
        }

        var blocks = new List<Block>();
        if (title.Length > 0)
        {
            blocks.Add(new HeaderBlock(SlackText.Plain(mark + title)));
        }

        blocks.AddRange(PostSections.Deal(lines, Notice(post)));
        if (reference.Length > 0)
        {
            blocks.Add(new ContextBlock([SlackText.Plain(Markup.Escape(reference))]));
        }

        return blocks;
    }

    private static string Notice(Post post) =>
        string.Create(CultureInfo.InvariantCulture, $"(shortened: the whole text has {PostText.Write(post).Length:N0} characters)");
}
