using System.Globalization;
using System.Text;

namespace TalksBot.Core.Text;

/// <summary>
/// The one table of characters that show nothing by themselves: what turns the reading direction, what has no width, what is drawn as a
/// blank, and what hides words among them. Everything that makes text clean goes by it; platforms add only what is theirs. Pure.
/// </summary>
public static class HiddenCharacters
{
    private const int BlackFlag = 0x1F3F4;
    private const int CancelTag = 0xE007F;
    private const int BrailleBlank = 0x2800;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>Marks, embeddings, overrides and isolates of direction, the disused ones too.</summary>
    public static bool TurnsDirection(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F);

    /// <summary>Embeddings and overrides: they turn whatever follows, so words that hold one are not taken at all.</summary>
    public static bool Overrides(Rune rune) => rune.Value is >= 0x202A and <= 0x202E;

    /// <summary>Letters that only programs see: whole sentences can be hidden in them.</summary>
    public static bool IsTag(Rune rune) => rune.Value is >= 0xE0000 and <= CancelTag;

    /// <summary>What has no width and joins nothing.</summary>
    public static bool HasNoWidth(Rune rune) => rune.Value
        is 0x00AD or 0x034F or 0x17B4 or 0x17B5 or 0x180E or 0x200B or (>= 0x2060 and <= 0x2065) or 0xFEFF
        or (>= 0xFFF0 and <= 0xFFFB) or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0080 and <= 0xE00FF) or (>= 0xE01F0 and <= 0xE0FFF);

    /// <summary>Letters and signs that are drawn as a blank.</summary>
    public static bool IsFiller(Rune rune) => rune.Value is 0x115F or 0x1160 or BrailleBlank or 0x3164 or 0xFFA0;

    /// <summary>Joins what stands around it in emoji and in scripts that need it.</summary>
    public static bool IsJoiner(Rune rune) => rune.Value is 0x200C or ZeroWidthJoiner;

    /// <summary>Chooses how the sign before it looks.</summary>
    public static bool IsVariation(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180D) or 0x180F;

    /// <summary>An accent or another mark that stands on a letter, or beside it.</summary>
    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>True when nothing is seen of it where nothing else stands.</summary>
    public static bool ShowsNothing(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || IsFiller(rune) || IsVariation(rune) || IsTag(rune) || HasNoWidth(rune) || IsMark(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;

    /// <summary>True when nothing is seen of the whole text.</summary>
    public static bool ShowNothing(string text) => text.EnumerateRunes().All(ShowsNothing);

    /// <summary>The text without them, but for what emoji, flags and scripts are made of. Line breaks and controls are not its concern.</summary>
    public static string Remove(string text)
    {
        if (Ascii.IsValid(text) || !text.Any(MayHide))
        {
            return text;
        }

        var runes = text.EnumerateRunes().ToList();
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < runes.Count; at++)
        {
            var length = FlagLength(runes, at);
            if (length > 0)
            {
                runes.GetRange(at, length).ForEach(rune => kept.Append(rune));
                at += length - 1;
                continue;
            }

            if (runes[at].Value == BrailleBlank)
            {
                kept.Append(' ');
            }
            else if (Stays(runes, at))
            {
                kept.Append(runes[at]);
            }
        }

        return kept.ToString();
    }

    /// <summary>True for every unit of text of which one of them, or half of one, may be made: nearly all text holds none, and is done.</summary>
    private static bool MayHide(char letter) => letter
        is '\u00AD' or '\u034F' or '\u061C' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or (>= '\u180B' and <= '\u180F')
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\u2800' or '\u3164'
        or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF' or '\uFFA0' or (>= '\uFFF0' and <= '\uFFFB')
        or '\uD82F' or '\uD834' or (>= '\uDB40' and <= '\uDB43');

    /// <summary>
    /// The words as they were meant: without the isolates that a terminal's own cards print around words, and other marks that come along
    /// when text is copied. What hides words on purpose stays, to be refused where it is stored.
    /// </summary>
    public static string AsMeant(string typed) => typed.Any(ComesAlong) ? string.Concat(typed.Where(letter => !ComesAlong(letter))) : typed;

    private static bool ComesAlong(char letter) =>
        letter is '\u00AD' or '\u061C' or '\u200B' or '\u200E' or '\u200F' or '\u2060' or (>= '\u2066' and <= '\u2069') or '\uFEFF';

    private static bool Stays(List<Rune> runes, int at)
    {
        var rune = runes[at];
        if (IsJoiner(rune))
        {
            return at > 0 && at < runes.Count - 1 && Joins(rune, runes[at - 1], runes[at + 1]);
        }

        return IsVariation(rune)
            ? at > 0 && MayVary(runes[at - 1])
            : !(TurnsDirection(rune) || HasNoWidth(rune) || IsTag(rune) || IsFiller(rune));
    }

    private static bool Joins(Rune joiner, Rune before, Rune after) =>
        (joiner.Value == ZeroWidthJoiner && (IsPicture(before) || IsVariation(before) || IsSkin(before)) && IsPicture(after))
        || (IsOfJoinedScript(before) && IsOfJoinedScript(after));

    private static bool MayVary(Rune before) =>
        before.Value is '#' or '*' or (>= '0' and <= '9')
        || (before.Value > 0xA8 && !ShowsNothing(before) && Rune.GetUnicodeCategory(before) is not (UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter))
        || before.Value is 0x2139;

    private static bool IsPicture(Rune rune) =>
        rune.Value > 0xA8 && rune.Value != BrailleBlank && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol;

    private static bool IsSkin(Rune rune) => rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    /// <summary>From Hebrew on, letters take different shapes where a joiner stands between them.</summary>
    private static bool IsOfJoinedScript(Rune rune) => rune.Value >= 0x0590 && (Rune.IsLetter(rune) || IsMark(rune)) && !IsFiller(rune);

    /// <summary>How long a flag written in tag letters is that begins here, as Scotland's; 0 for none.</summary>
    private static int FlagLength(List<Rune> runes, int at)
    {
        if (runes[at].Value != BlackFlag)
        {
            return 0;
        }

        var end = at + 1;
        while (end < runes.Count && end - at <= 6 && runes[end].Value is (>= 0xE0030 and <= 0xE0039) or (>= 0xE0061 and <= 0xE007A))
        {
            end++;
        }

        return end > at + 2 && end < runes.Count && runes[end].Value == CancelTag ? end - at + 1 : 0;
    }
}
