using System.Buffers;
using System.Text;
using TalksBot.Core.Text;

namespace TalksBot.Core.Chronicles.Export;

/// <summary>Plain text made safe for a line or a table cell of Markdown: it reads the same and marks up, links or notifies nothing.</summary>
internal static class MarkdownText
{
    /// <summary>What means something inside a line (CommonMark §2.4 and §6, and GitHub's tables, strike-through, autolinks and formulas).</summary>
    private const string Marks = "\\`*_[]<>&|~$^";

    /// <summary>The text on one line, escaped.</summary>
    public static string Of(string text)
    {
        var line = PlainLine.Of(text);
        var safe = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length; at++)
        {
            // A backslash does not keep every reader from taking @everyone for a call; an entity does.
            safe.Append(line[at] == '@' ? "&#64;" : IsMarkup(line, at) ? $"\\{line[at]}" : $"{line[at]}");
        }

        return safe.ToString();
    }

    /// <summary>A time of day, a number and the end of a sentence stay as they are: nothing would be marked up by them.</summary>
    private static bool IsMarkup(string line, int at)
    {
        var before = at == 0 ? ' ' : line[at - 1];
        var after = at == line.Length - 1 ? ' ' : line[at + 1];
        return line[at] switch
        {
            '.' => before is 'w' or 'W' && after is not ' ',
            ':' => !(char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) && after is not ' ',
            '!' => after is '[',
            '#' => !char.IsAsciiDigit(after),
            var letter => Marks.Contains(letter, StringComparison.Ordinal),
        };
    }
}

/// <summary>Text on one line: whatever would break a line, or be seen by programs alone, is a blank.</summary>
public static class PlainLine
{
    private static readonly SearchValues<char> Breaks =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(letter => (char)letter).Where(char.IsControl), '\u2028', '\u2029']);

    /// <summary>The text with blanks for line breaks and controls, trimmed.</summary>
    public static string Of(string text)
    {
        var seen = HiddenCharacters.Remove(text);
        if (seen.AsSpan().IndexOfAny(Breaks) < 0)
        {
            return seen.Trim();
        }

        var line = new StringBuilder(seen);
        for (var at = 0; at < line.Length; at++)
        {
            line[at] = Breaks.Contains(line[at]) ? ' ' : line[at];
        }

        return line.ToString().Trim();
    }
}
