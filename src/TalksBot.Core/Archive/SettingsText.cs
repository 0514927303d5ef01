using System.Text.RegularExpressions;

namespace TalksBot.Core.Archive;

/// <summary>A follow's settings in a line, as the record keeps them when they are changed.</summary>
internal static partial class SettingsText
{
    private static readonly string[] Names = ["zone", "digest", "ladder", "priority", "quiet", "live", "mention", "escalate"];

    /// <summary>The settings by the parameters that give them; null when the text holds none.</summary>
    public static IEnumerable<(string Name, string? Value)>? Read(string text)
    {
        var match = Line().Match(text);
        return match.Success
            ? Names.Select(name => (name, (string?)match.Groups[name].Value)).Where(setting => setting.Item2 is { Length: > 0 } && setting is not ("mention" or "escalate", "nobody"))
            : null;
    }

    [GeneratedRegex(
        "^zone (?<zone>[^,]+), digest (?<digest>[^,]+), ladder (?<ladder>.+), priority (?<priority>[a-z]+)(, quiet (?<quiet>[^,]+), live (?<live>[a-z]+))?, mention (?<mention>.+?)(, escalate (?<escalate>.+))?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}
