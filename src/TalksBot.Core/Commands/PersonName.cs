using System.Globalization;
using System.Text;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Commands;

/// <summary>People as the record names them: by the name others see, with the account's own beside it, which alone cannot be borrowed. Pure.</summary>
public static class PersonName
{
    private const int Longest = 64;

    /// <summary>The name in print.</summary>
    /// <param name="account">The account's own name.</param>
    /// <param name="shown">The names that others see, best first; one of which nothing is seen is passed over.</param>
    public static string Of(string account, params IEnumerable<string?> shown)
    {
        var own = Plain(account);
        var name = shown.Select(candidate => Plain(candidate ?? "")).FirstOrDefault(candidate => candidate.Length > 0, "");
        return own.Length == 0 ? name : name.Length == 0 || name == own ? own : $"{name} ({own})";
    }

    /// <summary>The name on one line, without what hides, turns or piles up, and not too long; empty when nothing is seen of it.</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var rune in HiddenCharacters.Remove(name).EnumerateRunes().Where(IsPrinted))
        {
            if (plain.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            plain.Append(rune);
        }

        var trimmed = plain.ToString().Trim();
        return HiddenCharacters.ShowNothing(trimmed) ? "" : trimmed;
    }

    private static bool IsPrinted(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
