using System.Text.RegularExpressions;

namespace TalksBot.Slack.Posting;

/// <summary>Addresses of a connection's own channels among words, which Slack can show by the channels' names (slack.md §11).</summary>
/// <param name="connection">The connection's name, such as <c>slack:main</c>.</param>
internal sealed partial class ChannelNames(string connection)
{
    /// <summary>Where no address is our own.</summary>
    public static ChannelNames None { get; } = new("");

    /// <summary>True when the text names a channel.</summary>
    public bool AreIn(string text) => Addresses().Matches(text).Any(IsOurs);

    /// <summary>The text with each channel by its name, which never makes it longer; markup has to work where it goes.</summary>
    public string Show(string escaped) => Addresses().Replace(
        escaped, found => !IsOurs(found) ? found.Value : found.Groups["thread"].Success ? $"<#{found.Groups["channel"].Value}> (a thread)" : $"<#{found.Groups["channel"].Value}>");

    /// <summary>The text with a letter in place of each channel, to see whether anything else in it could be markup.</summary>
    public string Without(string text) => Addresses().Replace(text, found => IsOurs(found) ? "x" : found.Value);

    private bool IsOurs(Match found) => found.Groups["connection"].Value == connection;

    // Slack's ids have nine letters or more; a shorter one is an example in some advice, and leads nowhere.
    [GeneratedRegex(@"(?<![\w:/-])(?<connection>slack:[A-Za-z0-9-]+)/(?<channel>[CG][A-Z0-9]{8,30})(?<thread>/[0-9]{1,12}\.[0-9]{6})?(?![\w/])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addresses();
}
