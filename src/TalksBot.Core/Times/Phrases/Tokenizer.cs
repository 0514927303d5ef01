using System.Globalization;
using System.Text;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Cuts a phrase into tokens after levelling what keyboards and web pages do to dashes, quotes, digits and spaces.</summary>
internal static class Tokenizer
{
    private const string Dashes = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D\u301C\uFF5E";
    private const string Quotes = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB\u300C\u300D\u300E\u300F\u3010\u3011\u2033\uFF02`";
    private const string Apostrophes = "\u2018\u2019\u201A\u201B\u2032\u2039\u203A\u02BC\uFF07";

    /// <summary>The phrase with plain dashes, digits and spaces and without quotation marks, the same length as before.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            tidy.Append(Plain(letter));
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

            var spaced = start > position || start == 0;
            end = kind == TokenKind.Word && !spaced && tokens[^1].Kind == TokenKind.Number ? GluedWords.End(tidy, start, end) : end;
            tokens.Add(new(kind, tidy[start..end].ToLowerInvariant(), start, end, spaced));
            position = end;
        }
    }

    private static char Plain(char letter) => letter switch
    {
        _ when Dashes.Contains(letter, StringComparison.Ordinal) => '-',
        _ when Quotes.Contains(letter, StringComparison.Ordinal) => ' ',
        _ when Apostrophes.Contains(letter, StringComparison.Ordinal) => '\'',
        '\u00B7' or '\u3001' or '\u060C' => ',',
        '\u2236' or '\uA789' => ':',
        '\u2044' or '\u2215' => '/',
        >= '\uFF01' and <= '\uFF5D' => (char)(letter - 0xFEE0),
        _ when char.IsDigit(letter) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)),
        _ when char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format => ' ',
        _ => letter,
    };

    private static TokenKind KindOf(char letter)
    {
        if (char.IsAsciiDigit(letter))
        {
            return TokenKind.Number;
        }

        return char.IsLetter(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark ? TokenKind.Word : TokenKind.Symbol;
    }
}
