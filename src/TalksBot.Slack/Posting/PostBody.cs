using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>A post as blocks, within every limit, shortened where Slack holds no more.</summary>
/// <param name="Fitted">As much of the post as one message holds, and the way to the rest of it.</param>
/// <param name="Blocks">That as blocks.</param>
internal sealed record PostBody(Post Fitted, IReadOnlyList<Block> Blocks)
{
    /// <summary>
    /// Heading, body and reference; nobody is mentioned in them and nothing can be pressed. There is always something in rich text, since
    /// Slack changes no message that has some into one that has none (slack.md §3).
    /// </summary>
    /// <param name="post">What to say.</param>
    /// <param name="reference">What people quote, not yet escaped; empty for a text that nobody will refer to.</param>
    /// <param name="addresses">What the post can point to.</param>
    public static PostBody Of(Post post, string reference, MessageLinks addresses)
    {
        var heading = CleanText.OneLine(post.Title);
        var mark = SeverityMark.Of(post.Severity);
        var title = $"{mark}{Markup.Escape(heading)}";

        // A header holds no more, and shows no channel by its name.
        var isLine = title.Length > MessageLimits.Header || addresses.Channels.AreIn(heading);
        var written = new PostLines(addresses);
        var fitted = PostFit.Fit(
            post,
            MessageLimits.AllSections - (isLine ? title.Length + 1 : 0),
            piece => written.Of([piece]).Sum(line => line.Length + 1) + (piece is PostPiece.Section or PostPiece.Audience ? 1 : 0));
        var lines = written.Of([.. fitted.Pieces, .. About(fitted, addresses)]).ToList();
        var blocks = new List<Block>();
        if (isLine || (lines.Count == 0 && heading.Length > 0))
        {
            lines.Insert(0, PostLine.Bold(mark + heading, addresses.Channels));
        }
        else if (heading.Length > 0)
        {
            blocks.Add(new HeaderBlock(SlackText.Plain(title)));
        }

        blocks.AddRange(PostPages.Deal(lines, PostText.ShortenedNotice(fitted)));
        if (reference.Length > 0)
        {
            blocks.Add(new ContextBlock([SlackText.Plain(Markup.Escape(reference))]));
        }

        return new PostBody(fitted, blocks);
    }

    /// <summary>A message cannot answer another one outside a thread, so a link leads to what it is about.</summary>
    private static IEnumerable<PostPiece> About(Post post, MessageLinks addresses) =>
        post.InReplyTo is { } reply && addresses.Of(reply.MessageId) is not null && !post.Pieces.OfType<PostPiece.Link>().Any(link => link.Key == reply.Key)
            ? [new PostPiece.Link("The message that this is about", reply.Key, reply.MessageId)]
            : [];
}
