using TalksBot.Chat.Posting;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>A post as Slack's message.</summary>
/// <param name="hasButtons">False where nobody would answer a press.</param>
internal sealed class PostMessage(bool hasButtons)
{
    /// <summary>The message to post; it carries its key unseen, by which it is found again when the answer is lost.</summary>
    public PostDraft Draft(OutgoingPost post, SlackPlace place, MessageLinks addresses)
    {
        var mention = SlackMention.Of(post.Post.Mention);
        return new PostDraft
        {
            Channel = place.Channel,
            ThreadTs = place.ThreadTs,
            Text = PostContent.Of(post.Post, mention, PostReference.Of(post)),
            Blocks = Blocks(post, mention, addresses),
            Metadata = PostMark.Of(post),
            Mrkdwn = false,
        };
    }

    /// <summary>The whole content anew; a change notifies nobody, and keeps the key.</summary>
    public PostEdit Edit(OutgoingPost post, SlackPlace place, string ts, MessageLinks addresses)
    {
        var mention = SlackMention.Of(post.Post.Mention);
        return new PostEdit
        {
            Channel = place.Channel,
            Ts = ts,
            Text = PostContent.Of(post.Post, mention, PostReference.Of(post)),
            Blocks = Blocks(post, mention, addresses),
        };
    }

    /// <summary>The words alone, in the one form of block into which every message may be changed (slack.md §3).</summary>
    public static IReadOnlyList<Block> Bare(OutgoingPost post)
    {
        var text = CleanText.Of(PostText.Write(post.Post)).Trim();
        return [new RichTextBlock([RichTextPart.Of(isQuote: false, PostLine.Of(text.Length == 0 ? "…" : text).Shorten(MessageLimits.Section).Parts)])];
    }

    /// <summary>The blocks with a picture above the reference, which comes last.</summary>
    public static IReadOnlyList<Block> With(IReadOnlyList<Block> blocks, ImageBlock picture) => [.. blocks.SkipLast(1), picture, blocks[^1]];

    /// <summary>The mention has a block to itself below the news, so that no words of a person stand beside markup that notifies.</summary>
    private List<Block> Blocks(OutgoingPost post, string? mention, MessageLinks addresses)
    {
        var body = PostBody.Of(post.Post, PostReference.Of(post), addresses);
        var blocks = body.Blocks.ToList();
        if (mention is not null)
        {
            blocks.Insert(blocks.Count - 1, new SectionBlock(SlackText.Markup(mention)));
        }

        if (hasButtons && PostButtons.Of(body.Fitted) is { } actions)
        {
            blocks.Insert(blocks.Count - 1, actions);
        }

        return blocks;
    }
}

/// <summary>What a message carries unseen, so that it can be found again (slack.md §3).</summary>
internal static class PostMark
{
    private const string Kind = "talksbot_post";
    private const string Key = "key";
    private const string Reference = "reference";

    /// <summary>The mark of a post.</summary>
    public static MessageMetadata Of(OutgoingPost post) => MessageMetadata.Of(
        Kind,
        new Dictionary<string, string> { [Key] = post.Key.Value, [Reference] = post.Key.ShortReference });

    /// <summary>True when a message carries the mark of this post.</summary>
    public static bool Marks(SlackMessage message, OutgoingPost post) =>
        message.Metadata is { EventType: Kind } mark && mark.Text(Key) == post.Key.Value;
}
