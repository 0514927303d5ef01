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

    /// <summary>The text tidied (trimmed, line breaks and runs of blanks made one blank, what shows nothing dropped unless emoji or scripts need it), or the sentence that refuses it.</summary>
    /// <param name="what">What the text is, for the refusal: "The title".</param>
    /// <param name="text">The text as typed.</param>
    /// <param name="limit">The most characters it may have.</param>
    /// <param name="tidied">The text to store; empty when refused.</param>
    /// <returns>Null when the text is fine, else one sentence saying what is wrong and what to do.</returns>
    public static string? Check(string what, string text, int limit, out string tidied)
    {
        tidied = "";
        if (text.Length > limit)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{what} has {text.Length:N0} characters; shorten it to {limit:N0}.");
        }

        var fault = HiddenCharacter(what, text);
        if (fault is not null)
        {
            return fault;
        }

        tidied = Tidy(HiddenCharacters.Remove(text));
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

    private static string Tidy(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
