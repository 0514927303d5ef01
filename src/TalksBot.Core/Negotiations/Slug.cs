using System.Globalization;
using System.Text;
using TalksBot.Core.Text;

namespace TalksBot.Core.Negotiations;

/// <summary>The name of talks in commands and addresses.</summary>
public static class Slug
{
    /// <summary>The longest slug, in characters.</summary>
    public const int LongestLength = 60;

    /// <summary>One that is made of a title is typed by hand, and so it is no longer than this.</summary>
    private const int LongestMade = 40;

    /// <summary>The slug that a title makes, whole words of it; null where its letters make none.</summary>
    public static string? Of(string title)
    {
        var letters = new StringBuilder();
        foreach (var rune in title.EnumerateRunes())
        {
            letters.Append(Rune.IsLetterOrDigit(rune) ? Latin(rune) : rune.Value is '\'' or '’' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark ? "" : " ");
        }

        var words = string.Concat(PlainLetters.Capitals(letters.ToString()).ToLowerInvariant().Where(c => c == ' ' || char.IsAsciiLetterOrDigit(c)))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var made = "";
        foreach (var word in words.TakeWhile(word => made.Length == 0 || made.Length + word.Length < LongestMade))
        {
            made = made.Length == 0 ? word[..Math.Min(word.Length, LongestMade)] : $"{made}-{word}";
        }

        return IsValid(made) ? made : null;
    }

    /// <summary>Letters that no accent makes of another.</summary>
    private static string Latin(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'đ' or 'Đ' => "d",
        'ł' or 'Ł' => "l",
        'þ' or 'Þ' => "th",
        _ => rune.ToString(),
    };

    /// <summary>2 to 60 lower-case letters a–z, digits and hyphens, with no hyphen at either end.</summary>
    public static bool IsValid(string text) =>
        text.Length is >= 2 and <= LongestLength
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && text[0] != '-' && text[^1] != '-';
}

/// <summary>The numbers people quote: <c>D1</c>, <c>S4</c>, <c>#3</c>, <c>P2</c>.</summary>
public static class SubjectNumber
{
    /// <summary>A deadline's.</summary>
    public static string Deadline(int number) => Write('D', number);

    /// <summary>A session's.</summary>
    public static string Session(int number) => Write('S', number);

    /// <summary>An update's.</summary>
    public static string Update(int number) => Write('#', number);

    /// <summary>A sticking point's.</summary>
    public static string Point(int number) => Write('P', number);

    /// <summary>Reads such a number; the letter may be missing or in lower case. False when it is none.</summary>
    public static bool TryRead(char mark, string text, out int number) =>
        int.TryParse(
            text.Length > 0 && char.ToUpperInvariant(text[0]) == mark ? text.AsSpan(1) : text,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out number);

    private static string Write(char mark, int number) => string.Create(CultureInfo.InvariantCulture, $"{mark}{number}");
}
