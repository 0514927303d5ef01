using System.Globalization;
using System.Text;
using TalksBot.Core.Text;

namespace TalksBot.Core.Times;

/// <summary>Typed text made fit to repeat inside a refusal: one line, short, nothing invisible.</summary>
internal static class Quotation
{
    private const int Longest = 36;

    /// <summary>The text in quotation marks, or "" when nothing visible is left of it.</summary>
    public static string Of(string text)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length >= Longest)
            {
                kept.Append('…');
                break;
            }

            kept.Append(IsVisible(rune) ? rune.ToString() : " ");
        }

        var words = string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        words = words.Replace(" …", "…", StringComparison.Ordinal);
        return words is "" or "…" ? "" : $"\"{words.Replace('"', '\'')}\"";
    }

    private static bool IsVisible(Rune rune) =>
        !HiddenCharacters.ShowsNothing(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse);
}
