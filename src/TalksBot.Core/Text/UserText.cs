using System.Globalization;
using System.Text;

namespace TalksBot.Core.Text;

/// <summary>
/// The one gate for words that people type or import. Emoji and right-to-left text are welcome; what could break a
/// layout or hide something is refused before anything is stored.
/// </summary>
public static class UserText
{
    /// <summary>The longest title, label or name, in characters.</summary>
    public const int LineLimit = 200;

    /// <summary>The longest update, wording or reason, in characters.</summary>
    public const int ParagraphLimit = 2_000;

    /// <summary>The most lines of a text that may have several; empty ones between paragraphs do not count.</summary>
    public const int LinesLimit = 40;

    /// <summary>The text tidied (trimmed, line breaks and runs of blanks made one blank, what shows nothing dropped unless emoji or scripts need it), or the sentence that refuses it.</summary>
    /// <param name="what">What the text is, for the refusal: "The title".</param>
    /// <param name="text">The text as typed.</param>
    /// <param name="limit">The most characters it may have.</param>
    /// <param name="tidied">The text to store; empty when refused.</param>
    /// <returns>Null when the text is fine, else one sentence saying what is wrong and what to do.</returns>
    public static string? Check(string what, string text, int limit, out string tidied) => Check(what, text, limit, isOneLine: true, out tidied);

    /// <summary>
    /// The same for a text that keeps its lines as they were typed, whatever broke them: blanks around each are gone, and between
    /// paragraphs there is one empty line.
    /// </summary>
    /// <param name="what">What the text is, for the refusal: "The text".</param>
    /// <param name="text">The text as typed.</param>
    /// <param name="limit">The most characters it may have.</param>
    /// <param name="tidied">The text to store, with <c>\n</c> between lines; empty when refused.</param>
    /// <returns>Null when the text is fine, else one sentence saying what is wrong and what to do.</returns>
    public static string? CheckLines(string what, string text, int limit, out string tidied)
    {
        if (Check(what, text, limit, isOneLine: false, out tidied) is { } fault)
        {
            return fault;
        }

        var count = tidied.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        if (count <= LinesLimit)
        {
            return null;
        }

        tidied = "";
        return string.Create(CultureInfo.InvariantCulture, $"{what} has {count} lines; join some, it may have {LinesLimit}.");
    }

    /// <summary>The text on one line, for lists, tables and sentences: a blank for each line break and run of blanks.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Check(string what, string text, int limit, bool isOneLine, out string tidied)
    {
        tidied = "";
        if (text.Length > limit)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{what} has {text.Length:N0} characters; shorten it to {limit:N0}.");
        }

        var broken = isOneLine ? text : Broken(text);
        var fault = HiddenCharacter(what, broken);
        if (fault is not null)
        {
            return fault;
        }

        var seen = HiddenCharacters.Remove(broken);
        tidied = isOneLine ? OneLine(seen) : Lines(seen);
        return HiddenCharacters.ShowNothing(tidied) ? $"{what} is empty; say it in words." : null;
    }

    /// <summary>True when two texts are the same but for capitals, punctuation and blanks.</summary>
    public static bool SameWords(string one, string other) => Letters(one).SequenceEqual(Letters(other), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Letters(string text) =>
        text.EnumerateRunes().Where(rune => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol).Select(rune => rune.ToString());

    private static string? HiddenCharacter(string what, string text)
    {
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return $"{what} holds half of a character at position {i + 1}; type it again.";
            }

            if (Breaks(rune))
            {
                return $"{what} holds the invisible character U+{rune.Value:X4} at position {i + 1}; remove it.";
            }

            marks = CleanText.IsMark(rune) ? marks + 1 : 0;
            if (marks > CleanText.MarksLimit)
            {
                return $"{what} piles more than {CleanText.MarksLimit} accents on one letter at position {i + 1}; remove them.";
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return null;
    }

    /// <summary>Controls other than line breaks and tabs, and the marks that turn the reading direction of all that follows.</summary>
    private static bool Breaks(Rune rune) =>
        (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')) || HiddenCharacters.Overrides(rune) || rune.Value is 0x2028 or 0x2029;

    /// <summary>Whatever breaks a line, a word processor's own marks too, as <c>\n</c>.</summary>
    private static string Broken(string text) =>
        text.Replace("\u2029", "\n\n", StringComparison.Ordinal).Replace('\v', '\n').ReplaceLineEndings("\n");

    private static string Lines(string text)
    {
        var lines = new StringBuilder(text.Length);
        var isGap = false;
        foreach (var line in text.Split('\n').Select(OneLine))
        {
            if (HiddenCharacters.ShowNothing(line))
            {
                isGap = true;
                continue;
            }

            lines.Append(lines.Length == 0 ? "" : isGap ? "\n\n" : "\n").Append(line);
            isGap = false;
        }

        return lines.ToString();
    }
}
