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
