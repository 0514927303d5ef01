using System.Text.RegularExpressions;

namespace TalksBot.Discord.Posting;

/// <summary>
/// Shows the channels, roles and people of a connection by their names, as Discord does for their numbers (discord.md §5), instead of by
/// addresses such as <c>discord:main/123</c>. A name in an embed notifies nobody. What people are quoted with stays as it is.
/// </summary>
internal static class NativeNames
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>True when the text has an address that would be shown by its name; titles show none.</summary>
    public static bool AreIn(string text, string connection) => Regex.IsMatch(text, Addresses(connection), RegexOptions.ExplicitCapture, Patience);

    /// <summary>The text with names, never longer than it was.</summary>
    /// <param name="marked">Lines with their markup.</param>
    /// <param name="connection">Whose channels, roles and people are meant, such as <c>discord:main</c>.</param>
    public static string Write(string marked, string connection) =>
        marked.Contains(connection, StringComparison.Ordinal) ? string.Join('\n', marked.Split('\n').Select(line => Line(line, connection))) : marked;

    private static string Line(string line, string connection) => line.StartsWith("> ", StringComparison.Ordinal) || line.StartsWith("~~", StringComparison.Ordinal)
        ? line
        : Regex.Replace(line, Addresses(connection), found => $"<{Sign(found)}{found.Groups["id"].Value}>", RegexOptions.ExplicitCapture, Patience);

    private static string Sign(Match found) => found.Groups["role"].Success ? "@&" : found.Groups["user"].Success ? "@" : "#";

    /// <summary>Numbers of Discord's have 17 digits at least.</summary>
    private static string Addresses(string connection) => $@"(?<![\w/:]){Regex.Escape(connection)}/((?<role>role/)|(?<user>user/))?(?<id>[0-9]{{17,20}})(?![\w/])";
}
