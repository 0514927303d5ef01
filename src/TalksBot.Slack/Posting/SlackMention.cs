using System.Text.RegularExpressions;
using TalksBot.Core.Text;

namespace TalksBot.Slack.Posting;

/// <summary>Whom a post notifies: one user group, one person, or everybody in the channel.</summary>
internal static partial class SlackMention
{
    /// <summary>How mentions are written, for people.</summary>
    public const string Syntax = "a user group as @desk or a person as @ada, picked from Slack's list so that it becomes <!subteam^S…> or <@U…>; a bare id; @here or @channel";

    /// <summary>
    /// Reads a mention as <see cref="Syntax"/> says; null when it is none. What is given has Slack's own form, in which alone it
    /// notifies (slack.md §11).
    /// </summary>
    public static string? TryParse(string target)
    {
        var found = Written().Match(target.Trim());
        return found.Success switch
        {
            true when found.Groups["person"] is { Success: true } person => $"<@{person.Value}>",
            true when found.Groups["group"] is { Success: true } group => $"<!subteam^{group.Value}>",
            true => $"<!{found.Groups["all"].Value}>",
            false => null,
        };
    }

    /// <summary>The mention of a post as markup; what cannot be read is shown in its own words and notifies nobody; null for none.</summary>
    public static string? Of(string? target) => string.IsNullOrWhiteSpace(target)
        ? null
        : TryParse(target) ?? Markup.Shorten(CleanText.OneLine(target), MessageLimits.Header);

    [GeneratedRegex(@"\A(<@(?<person>[UW][A-Z0-9]{2,30})(\|[^<>|]*)?>|(?<person>[UW][A-Z0-9]{4,30})|<!subteam\^(?<group>S[A-Z0-9]{2,30})(\|[^<>|]*)?>|(?<group>S[A-Z0-9]{4,30})|<!(?<all>here|channel)(\|[^<>|]*)?>|@(?<all>here|channel))\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
