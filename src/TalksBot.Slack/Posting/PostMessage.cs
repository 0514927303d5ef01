using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>A post as Slack's message.</summary>
internal sealed class PostMessage(IButtonIds? buttons)
{
    /// <summary>The message to post; it carries its key unseen, by which it is found again when the answer is lost.</summary>
    public PostDraft Draft(OutgoingPost post, SlackPlace place, MessageAddresses addresses)
    {
        var mention = SlackMention.Of(post.Post.Mention);
        return new PostDraft
        {
            Channel = place.Channel,
            ThreadTs = place.ThreadTs,
            Text = PostFallback.Of(post.Post, mention, PostReference.Of(post)),
            Blocks = Blocks(post, mention, addresses),
            Metadata = PostMark.Of(post),
            Mrkdwn = false,
        };
    }

    /// <summary>The whole content anew; a change notifies nobody, and keeps the key.</summary>
    public PostEdit Edit(OutgoingPost post, SlackPlace place, string ts, MessageAddresses addresses)
    {
        var mention = SlackMention.Of(post.Post.Mention);
        return new PostEdit
        {
            Channel = place.Channel,
            Ts = ts,
            Text = PostFallback.Of(post.Post, mention, PostReference.Of(post)),
            Blocks = Blocks(post, mention, addresses),
        };
    }

    /// <summary>The words alone, in the one form of block into which every message may be changed (slack.md §3).</summary>
    public static IReadOnlyList<Block> Bare(OutgoingPost post)
    {
        var text = CleanText.Of(PostText.Write(post.Post)).Trim();
        return [new RichTextBlock([RichTextPart.Of(isQuote: false, PostLine.Of(text.Length == 0 ? "…" : text).Shorten(BlockLimits.Section).Parts)])];
    }

    /// <summary>The blocks with a picture above the reference, which comes last.</summary>
    public static IReadOnlyList<Block> With(IReadOnlyList<Block> blocks, ImageBlock picture) => [.. blocks.SkipLast(1), picture, blocks[^1]];

    /// <summary>The mention has a block to itself below the news, so that no words of a person stand beside markup that notifies.</summary>
    private List<Block> Blocks(OutgoingPost post, string? mention, MessageAddresses addresses)
    {
        post = post with { Post = PostBlocks.Fit(post.Post, addresses) };
        var blocks = PostBlocks.Of(post.Post, PostReference.Of(post), addresses).ToList();
        if (mention is not null)
        {
            blocks.Insert(blocks.Count - 1, new SectionBlock(SlackText.Markup(mention)));
        }

        if (PostButtons.Of(post, buttons) is { } actions)
        {
            blocks.Insert(blocks.Count - 1, actions);
        }

        return blocks;
    }
}

/// <summary>A post as text alone: what notifications and screen readers say beside the blocks, and what is left where blocks are refused.</summary>
internal static class PostFallback
{
    /// <summary>The news first, since a notification shows the beginning, and then whom it mentions; escaped, never empty.</summary>
    /// <param name="post">What to say.</param>
    /// <param name="mention">Whom it notifies, as markup; null for nobody.</param>
    /// <param name="reference">What people quote, not yet escaped; may be empty.</param>
    public static string Of(Post post, string? mention, string reference)
    {
        var end = reference.Length == 0 ? "" : $"\n{Markup.Escape(reference)}";
        var ping = mention is null ? "" : $" {mention}";
        var room = BlockLimits.Text - ping.Length - end.Length;
        var fitted = PostFit.Fit(post, room - Cost(PostTitle.Lead(post).Line), piece => Cost(PostText.Write(piece)));
        var words = CleanText.Of(PostText.Write(fitted)).Trim().Split('\n', 2);
        var first = Markup.Shorten(words[0], room) + ping;
        var rest = words.Length == 1 ? "" : Markup.Shorten($"\n{words[1]}", BlockLimits.Text - first.Length - end.Length);
        var text = $"{first}{rest}{end}".Trim();
        return text.Length == 0 ? "…" : text;
    }

    private static int Cost(string text) => Markup.Escape(CleanText.Of(text)).Length + 1;
}

/// <summary>What people quote, such as <c>us-japan-autos · D1 · r7k2</c>.</summary>
internal static class PostReference
{
    /// <summary>The reference of a post, clean and not yet escaped.</summary>
    public static string Of(OutgoingPost post)
    {
        var reference = CleanText.OneLine(PostFooter.Of(post));
        return reference.Length <= BlockLimits.Reference ? reference : reference[^BlockLimits.Reference..];
    }
}
