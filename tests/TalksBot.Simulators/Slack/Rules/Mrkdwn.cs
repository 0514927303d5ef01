using System.Text.RegularExpressions;

namespace TalksBot.Simulators.Slack.Rules;

/// <summary>Slack's markup in text: what is stored, what is read, whom it notifies. slack.md §11.</summary>
internal static partial class Mrkdwn
{
    private static readonly (string Emoji, string Name)[] Emojis =
    [
        ("\u2705", ":white_check_mark:"), ("\u23F0", ":alarm_clock:"), ("\u26A0\uFE0F", ":warning:"), ("\u274C", ":x:"),
        ("\U0001F534", ":red_circle:"), ("\U0001F7E2", ":large_green_circle:"), ("\U0001F7E1", ":large_yellow_circle:"),
        ("\U0001F514", ":bell:"), ("\U0001F515", ":no_bell:"), ("\U0001F4CC", ":pushpin:"), ("\U0001F6A8", ":rotating_light:"),
        ("\U0001F4C5", ":date:"), ("\U0001F512", ":lock:"), ("\u23F3", ":hourglass_flowing_sand:"), ("\U0001F389", ":tada:"),
    ];

    /// <summary>As stored: markup kept, bare addresses made links, anything else escaped exactly once, emoji by name.</summary>
    public static string Store(string text)
    {
        var stored = Marked().Replace(text, found => found.Groups["markup"].Success ? found.Value
            : found.Groups["entity"].Success ? found.Value
            : found.Groups["url"].Success ? $"<{EscapeAmpersands(found.Value)}>"
            : found.Value switch { "&" => "&amp;", "<" => "&lt;", _ => "&gt;" });
        return Emojis.Aggregate(stored, (now, emoji) => now.Replace(emoji.Emoji, emoji.Name, StringComparison.Ordinal));
    }

    /// <summary>As stored where no markup works.</summary>
    public static string StorePlain(string text) => Bare().Replace(text, found => found.Value switch { "&" => "&amp;", "<" => "&lt;", ">" => "&gt;", var entity => entity });

    /// <summary>What a person typed, with everything escaped that could be markup.</summary>
    public static string Encode(string typed) => typed
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    public static string Decode(string stored) => stored
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>
    /// Whom a text notifies. <paramref name="parsed"/> means bare <c>@here</c> counts too: <c>parse=full</c>, <c>link_names</c>, or a text
    /// object that is not <c>verbatim</c>.
    /// </summary>
    public static IEnumerable<string> Pings(string text, bool parsed)
    {
        foreach (Match found in Mention().Matches(text))
        {
            yield return $"<{found.Groups["who"].Value}>";
        }

        if (parsed)
        {
            foreach (Match found in BareMention().Matches(text))
            {
                yield return $"<!{found.Groups["who"].Value}>";
            }
        }
    }

    /// <summary>The words after a bare at sign.</summary>
    public static IEnumerable<string> Handles(string text) => Handle().Matches(text).Select(found => found.Groups["who"].Value);

    private static string EscapeAmpersands(string url) => Bare().Replace(url, found => found.Value is "&" ? "&amp;" : found.Value);

    [GeneratedRegex(@"(?<markup><(?:[@#][A-Z0-9]+(?:\|[^<>\n]*)?|![a-z]+(?:\^[^<>\n]*)?(?:\|[^<>\n]*)?|(?:https?://|mailto:|tel:)[^<>\s|]+(?:\|[^<>\n]*)?)>)|(?<entity>&(?:amp|lt|gt);)|(?<url>https?://[^\s<>|]+[^\s<>|.,;:!?)\]*_~])|[&<>]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex("&(amp|lt|gt);|[&<>]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bare();

    [GeneratedRegex(@"<(?<who>@[UW][A-Z0-9]+|!here|!channel|!everyone|!subteam\^S[A-Z0-9]+)(\|[^<>\n]*)?>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w<!.])@(?<who>here|channel|everyone)(?!\w)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareMention();

    [GeneratedRegex(@"(?<![\w<.])@(?<who>[a-z0-9][a-z0-9._-]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Handle();
}
