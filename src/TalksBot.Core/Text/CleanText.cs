using System.Globalization;
using System.Text;

namespace TalksBot.Core.Text;

/// <summary>Text as a chat platform may be given it: nothing that hides, turns the reading direction or piles up. Markup is the platform's own concern. Pure.</summary>
public static class CleanText
{
    /// <summary>How many combining marks may stand on one letter; living languages need at most a handful.</summary>
    public const int MarksLimit = 8;

    /// <summary>The text with line breaks as <c>\n</c> and everything else visible, or needed to join emoji and scripts.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in HiddenCharacters.Remove(text.ReplaceLineEndings("\n")).EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (rune.Value is '\n')
            {
                clean.Append('\n');
            }
            else if (rune.Value is '\t')
            {
                clean.Append(' ');
            }
            else if (marks <= MarksLimit && !Rune.IsControl(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>The text on one line, trimmed.</summary>
    public static string OneLine(string text) => string.Join(' ', Of(text).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))).Trim();

    /// <summary>True for a mark that piles up on a letter without taking room.</summary>
    internal static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
