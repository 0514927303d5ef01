using System.Globalization;
using System.Text;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Cuts a phrase into tokens after levelling what keyboards and web pages do to dashes, quotes and spaces.</summary>
internal static class Tokenizer
{
    private const string Dashes = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";

    /// <summary>The phrase with plain dashes, quotes and spaces, the same length as before.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            tidy.Append(letter switch
            {
                _ when Dashes.Contains(letter, StringComparison.Ordinal) => '-',
                '\u2018' or '\u2019' => '\'',
                '\u00B7' => ',',
                _ when char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format => ' ',
                _ => letter,
            });
        }

        return tidy.ToString();
    }

    /// <summary>The tokens of a tidied phrase, closed by one of kind <see cref="TokenKind.End"/>.</summary>
    public static IReadOnlyList<Token> Cut(string tidy)
    {
        var tokens = new List<Token>();
        var position = 0;
        while (true)
        {
            var start = position;
            while (start < tidy.Length && tidy[start] == ' ')
            {
                start++;
            }

            if (start == tidy.Length)
            {
                tokens.Add(new(TokenKind.End, "", start, start, SpaceBefore: true));
                return tokens;
            }

            var kind = KindOf(tidy[start]);
            var end = start + 1;
            while (kind != TokenKind.Symbol && end < tidy.Length && KindOf(tidy[end]) == kind)
            {
                end++;
            }

            tokens.Add(new(kind, tidy[start..end].ToLowerInvariant(), start, end, start > position || start == 0));
            position = end;
        }
    }

    private static TokenKind KindOf(char letter)
    {
        if (char.IsAsciiDigit(letter))
        {
            return TokenKind.Number;
        }

        return char.IsLetter(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark ? TokenKind.Word : TokenKind.Symbol;
    }
}
