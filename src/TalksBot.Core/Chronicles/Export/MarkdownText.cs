using System.Text;

namespace TalksBot.Core.Chronicles.Export;

/// <summary>Plain text made safe for a line or a table cell of Markdown: it reads the same and marks up, links or notifies nothing.</summary>
internal static class MarkdownText
{
    /// <summary>What means something inside a line (CommonMark §2.4 and §6, and GitHub's tables, strike-through, autolinks and formulas).</summary>
    private const string Marks = "\\`*_[]<>&#|~!:$^";

    /// <summary>The text on one line, escaped.</summary>
    public static string Of(string text)
    {
        var safe = new StringBuilder(text.Length);
        var before = '\0';
        foreach (var letter in PlainLine.Of(text))
        {
            var isMark = Marks.Contains(letter, StringComparison.Ordinal) || (letter == '.' && (before is 'w' or 'W'));

            // A backslash does not keep every reader from taking @everyone for a call; an entity does.
            safe.Append(letter == '@' ? "&#64;" : isMark ? $"\\{letter}" : $"{letter}");
            before = letter;
        }

        return safe.ToString();
    }
}
