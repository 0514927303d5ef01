using TalksBot.Core.Posts;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>A reply as text alone, every mark of Discord's own made harmless; what nothing can be wrong with.</summary>
internal sealed class PlainReplyForm : IReplyForm
{
    private const int LongestContent = 2_000;
    private const string Marks = "\\*_~`|>#-[]<@:";

    /// <inheritdoc/>
    public MessageDraft Write(Post body, string connection)
    {
        var fitted = PostFit.Fit(body, LongestContent - Harmless(body.Heading).Length, piece => Harmless(PostText.Write(piece)).Length + 1);
        return new MessageDraft { Content = SlashText.Cut(Harmless(PostText.Write(fitted)), LongestContent) };
    }

    private static string Harmless(string text) => string.Concat(text.Select(c => Marks.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"));
}
