using System.Text.RegularExpressions;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Posting;

/// <summary>The text of a message, which is what a phone shows: the news first, then whom it mentions.</summary>
/// <param name="Text">The text.</param>
/// <param name="Allowed">Exactly whom it may ping.</param>
/// <param name="Told">The quote whose words are in it, so that the embed need not repeat them; null for none.</param>
/// <param name="IsWhole">False where the first line of the post did not fit.</param>
internal sealed partial record PostContent(string Text, AllowedMentions Allowed, PostPiece.Quote? Told, bool IsWhole)
{
    /// <summary>Discord takes 2,000; longer news is read in the embed.</summary>
    private const int Longest = 1_500;

    /// <summary>The text of a post.</summary>
    public static PostContent Of(OutgoingPost post)
    {
        var mention = DiscordMention.Of(post.Post.Mention);
        var (lead, told) = PostTitle.Lead(post.Post);
        var line = told is null ? CleanText.OneLine(lead) : CleanText.Of(lead).Trim();
        var mayPingAll = mention.Allowed.Parse.Contains("everyone");
        if (Write(line, post, mayPingAll) is { } whole)
        {
            return new(Joined(whole, mention.Content), mention.Allowed, told, IsWhole: true);
        }

        // News that is too long for it stands in the embed in full, under the bare heading.
        var title = CleanText.OneLine(post.Post.Title);
        return Write(title, post, mayPingAll) is { } heading
            ? new(Joined(heading, mention.Content), mention.Allowed, Told: null, IsWhole: true)
            : new(Joined(Markup.Shorten(Harmless(title, mayPingAll), Longest), mention.Content), mention.Allowed, Told: null, IsWhole: false);
    }

    private static string? Write(string line, OutgoingPost post, bool mayPingAll)
    {
        var marked = NativeNames.Write(Markup.Escape(Harmless(line, mayPingAll)), post.Channel.ConnectionName);
        return marked.Length <= Longest ? marked : null;
    }

    /// <summary>Discord finds these two in a text however they are escaped; beside a mention that allows them a mark of no width keeps them apart.</summary>
    private static string Harmless(string line, bool mayPingAll) =>
        mayPingAll ? Everybody().Replace(line, "@\u200B") : line;

    private static string Joined(string line, string? mention) =>
        mention is null ? line : line.Length == 0 ? mention : $"{line} {mention}";

    [GeneratedRegex("@(?=everyone|here)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Everybody();
}
