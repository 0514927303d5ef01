using System.Globalization;
using System.Text.RegularExpressions;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads moments as platforms and computers count them: <c>&lt;t:1781805600:F&gt;</c>, <c>&lt;!date^1781805600^…&gt;</c>, a count of seconds.</summary>
internal static partial class StampSyntax
{
    private const long FirstSecond = -2_208_988_800;
    private const long LastSecond = 7_258_118_399;

    /// <summary>Whether the text is such a moment.</summary>
    public static bool Is(string text) => Platform().IsMatch(text);

    /// <summary>The moment, with the parts that ask about it; null when the text is none.</summary>
    public static (Instant At, PhraseParts Parts)? Read(string text)
    {
        var typed = text.Trim();
        if (Platform().Match(typed) is { Success: true } stamp && At(stamp.Groups["at"].Value) is { } at)
        {
            return (at, new PhraseParts());
        }

        // Bare digits may be a slip or a telephone number, so they are asked.
        return Bare().Match(typed) is { Success: true } bare && At(bare.Groups["at"].Value) is { } counted
            ? (counted, new PhraseParts { Doubt = $"{Quotation.Of(typed)} could be a count of seconds; write the time." })
            : null;
    }

    private static Instant? At(string digits) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) && seconds is >= FirstSecond and <= LastSecond
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;

    [GeneratedRegex(@"^\s*(&lt;|<)(t:(?<at>-?[0-9]{1,12})(:[tTdDfFRsS])?|!date\^(?<at>-?[0-9]{1,12})\^[^<>]{0,400})(&gt;|>)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Platform();

    [GeneratedRegex(@"^@?(?<at>[0-9]{10})([0-9]{3})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bare();
}
