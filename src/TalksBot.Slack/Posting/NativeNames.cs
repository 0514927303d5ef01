using System.Text.RegularExpressions;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>
/// Addresses of a connection's own channels among words, and in a reply of its people and groups, which Slack can show by their names (slack.md §11).
/// </summary>
/// <param name="connection">The connection's name, such as <c>slack:main</c>.</param>
/// <param name="withPeople">
/// People and groups too: only where nobody but the reader sees it, for Slack notifies whoever it shows by name.
/// </param>
internal sealed partial class NativeNames(string connection, bool withPeople = false)
{
    /// <summary>Where no address is our own.</summary>
    public static NativeNames None { get; } = new("");

    /// <summary>True when the text names a channel.</summary>
    public bool AreIn(string text) => Addresses().Matches(text).Any(IsOurs);

    /// <summary>The words, and each channel among them by its name.</summary>
    public IEnumerable<RichTextElement> Read(string clean, RichTextStyle? style)
    {
        var from = 0;
        foreach (Match found in Addresses().Matches(clean))
        {
            if (!IsOurs(found))
            {
                continue;
            }

            if (found.Index > from)
            {
                yield return RichTextElement.Words(clean[from..found.Index], style);
            }

            yield return Named(found);
            if (found.Groups["thread"].Success)
            {
                yield return RichTextElement.Words(" (a thread)", style);
            }

            from = found.Index + found.Length;
        }

        if (from < clean.Length)
        {
            yield return RichTextElement.Words(clean[from..], style);
        }
    }

    private bool IsOurs(Match found) => found.Groups["connection"].Value == connection && (withPeople || found.Groups["channel"].Success);

    private static RichTextElement Named(Match found) =>
        found.Groups["user"] is { Success: true } user ? new("user") { UserId = user.Value }
        : found.Groups["group"] is { Success: true } group ? new("usergroup") { UsergroupId = group.Value }
        : RichTextElement.Channel(found.Groups["channel"].Value);

    // Slack's ids have nine letters or more; a shorter one is an example in some advice, and leads nowhere.
    [GeneratedRegex(@"(?<![\w:/-])(?<connection>slack:[A-Za-z0-9-]+)/(user/(?<user>[UW][A-Z0-9]{8,30})|group/(?<group>S[A-Z0-9]{8,30})|(?<channel>[CG][A-Z0-9]{8,30}))(?<thread>/[0-9]{1,12}\.[0-9]{6})?(?![\w/])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addresses();
}
