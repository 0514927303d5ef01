using System.Globalization;
using System.Text;
using TalksBot.Core.Text;

namespace TalksBot.Core.Commands;

/// <summary>Typed words as they may be repeated in an answer: short, and nothing in them that acts on a screen.</summary>
public static class Echo
{
    /// <summary>The most characters of the input that are repeated.</summary>
    public const int Limit = 40;

    /// <summary>The words, shortened to <see cref="Limit"/> characters, with invisible characters made visible.</summary>
    public static string Of(string text)
    {
        var echo = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (echo.Length + rune.Utf16SequenceLength > Limit - 1)
            {
                return echo.Append('…').ToString();
            }

            echo.Append(Visible(rune));
        }

        return echo.ToString();
    }

    /// <summary>An address without what it may hold of a name, a password or a key: whatever stands before an @, and after a question mark.</summary>
    public static string Address(string text)
    {
        var bare = text.Split('?', '#')[0];
        var at = bare.LastIndexOf('@');
        var scheme = bare.IndexOf("://", StringComparison.Ordinal);
        return Of(at < 0 ? bare : $"{(scheme >= 0 && scheme < at ? bare[..(scheme + 3)] : "")}…{bare[at..]}");
    }

    /// <summary>True when an address holds a name or a password, which would stand in logs and errors.</summary>
    public static bool HoldsCredentials(string address) => address.Split('/', '\\').Any(part => part.Contains('@', StringComparison.Ordinal));

    /// <summary>The same words at their full length, for a line that can be run again.</summary>
    internal static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(rune => Visible(rune).ToString()));

    private static Rune Visible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => new Rune(' '),
        UnicodeCategory.Format when !HiddenCharacters.IsJoiner(rune) => Rune.ReplacementChar,
        _ when HiddenCharacters.IsFiller(rune) || HiddenCharacters.IsTag(rune) || HiddenCharacters.HasNoWidth(rune) => Rune.ReplacementChar,
        _ => rune,
    };
}
