using TalksBot.Core.Pictures;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Discord.Posting;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>A reply as the embeds that a post would be.</summary>
internal sealed class ReplyRenderer(IPictures? pictures = null) : IReplyRenderer
{
    private readonly PostPicture _picture = new(pictures);

    /// <inheritdoc/>
    public MessageDraft Write(Post body, string connection)
    {
        var (embeds, files) = _picture.Of(body, PostBody.Of(body, reference: "", connection));
        return new MessageDraft { Embeds = embeds, Files = files };
    }
}

/// <summary>Writes the body of a reply for Discord, pinging nobody and within every limit; its buttons are added by the answer.</summary>
internal interface IReplyRenderer
{
    /// <summary>One message without components, and with no files but its own picture.</summary>
    /// <param name="body">The body.</param>
    /// <param name="connection">The connection that answers.</param>
    MessageDraft Write(Post body, string connection);
}

/// <summary>A reply as text alone, every mark of Discord's own made harmless; what nothing can be wrong with.</summary>
internal sealed class PlainReplyRenderer : IReplyRenderer
{
    private const int LongestContent = 2_000;
    private const string Marks = "\\*_~`|>#-[]<@:";

    /// <inheritdoc/>
    public MessageDraft Write(Post body, string connection)
    {
        var fitted = PostFit.Fit(body, LongestContent - Harmless(body.Heading).Length, piece => Harmless(PostText.Write(piece)).Length + 1);
        return new MessageDraft { Content = Typography.Shorten(Harmless(PostText.Write(fitted)), LongestContent) };
    }

    private static string Harmless(string text) => string.Concat(text.Select(c => Marks.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"));
}
