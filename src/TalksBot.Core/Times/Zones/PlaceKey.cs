using System.Globalization;
using System.Text;

namespace TalksBot.Core.Times.Zones;

/// <summary>The form in which place names are compared: upper case, no accents, single spaces, no punctuation.</summary>
internal static class PlaceKey
{
    public static string Of(string name)
    {
        var letters = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                letters.Append(rune.ToString());
            }
            else if (rune.Value is not ('.' or '\'') && Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                letters.Append(' ');
            }
        }

        // Only letters and digits are left, so nothing here is malformed and Normalize cannot throw.
        var plain = letters.ToString().Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        var words = string.Concat(plain).ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words);
    }
}
