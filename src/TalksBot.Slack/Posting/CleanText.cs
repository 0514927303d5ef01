using System.Globalization;
using System.Text;

namespace TalksBot.Slack.Posting;

/// <summary>Text without anything that hides, turns the reading direction or piles up; markup is not its concern.</summary>
internal static class CleanText
{
    /// <summary>How many combining marks may stand on one letter; living languages need at most a handful.</summary>
    private const int MarksLimit = 8;

    /// <summary>The text with line breaks as <c>\n</c> and everything else visible, or needed to join emoji and scripts.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
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
            else if (marks <= MarksLimit && !Hides(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>The text on one line, trimmed.</summary>
    public static string OneLine(string text) => Of(text).Replace('\n', ' ').Trim();

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>Controls, direction overrides and zero-width characters; joiners and the two direction marks stay.</summary>
    private static bool Hides(Rune rune) => Rune.IsControl(rune) || rune.Value
        is (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or 0x00AD or 0x034F or 0x061C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E or 0x200B or 0x3164 or 0xFEFF or 0xFFA0;
}
