using System.Globalization;

namespace TalksBot.Core.Negotiations;

/// <summary>The name of talks in commands and addresses.</summary>
public static class Slug
{
    /// <summary>The longest slug, in characters.</summary>
    public const int LongestLength = 60;

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
