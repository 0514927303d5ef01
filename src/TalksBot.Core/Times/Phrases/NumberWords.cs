using System.Collections.Frozen;
using System.Globalization;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Numbers written as words, up to fifty-nine and the days of a month: "seven", "twenty-five", "thirty-first".</summary>
internal static class NumberWords
{
    private const string Units = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
    private const string Places = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";

    private static readonly FrozenDictionary<string, int> _units = Numbered(Units);
    private static readonly FrozenDictionary<string, int> _tens = new[] { ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("ninety", 90), ("sixty", 60) }
        .ToFrozenDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> _places = Numbered(Places);
    private static readonly FrozenDictionary<string, int> _tenPlaces = new[] { ("twentieth", 20), ("thirtieth", 30) }
        .ToFrozenDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.Ordinal);

    /// <summary>Whether the word is a number or a place in a row.</summary>
    public static bool Has(string word) =>
        _units.ContainsKey(word) || _tens.ContainsKey(word) || _places.ContainsKey(word) || _tenPlaces.ContainsKey(word);

    /// <summary>The same tokens with numbers in words made numbers in digits.</summary>
    public static IReadOnlyList<Token> Join(IReadOnlyList<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var index = 0; index < tokens.Count; index++)
        {
            var (token, length) = Spelled(tokens, index) ?? (tokens[index], 1);
            joined.Add(token);
            index += length - 1;
        }

        return joined;
    }

    private static (Token Token, int Length)? Spelled(IReadOnlyList<Token> tokens, int index)
    {
        if (tokens[index].Kind != TokenKind.Word)
        {
            return null;
        }

        var word = tokens[index].Text;
        if (_tens.TryGetValue(word, out var tens))
        {
            var hyphen = At(tokens, index + 1).Is('-') ? 1 : 0;
            var next = At(tokens, index + 1 + hyphen);
            var (unit, place) = (_units.GetValueOrDefault(next.Text), _places.GetValueOrDefault(next.Text));
            var last = unit is > 0 and < 10 ? unit : place is > 0 and < 10 ? place : 0;
            return last > 0
                ? (Number(tokens[index], next, tens + last, isOrdinal: unit == 0), 2 + hyphen)
                : (Number(tokens[index], tokens[index], tens, isOrdinal: false), 1);
        }

        if (_units.TryGetValue(word, out var count))
        {
            return (Number(tokens[index], tokens[index], count, isOrdinal: false), 1);
        }

        var day = _tenPlaces.GetValueOrDefault(word, _places.GetValueOrDefault(word));
        return day > 0 && IsDay(tokens, index) ? (Number(tokens[index], tokens[index], day, isOrdinal: true), 1) : null;
    }

    // "second" is a unit of time and "a third" a part, unless a month stands beside it.
    private static bool IsDay(IReadOnlyList<Token> tokens, int index)
    {
        var next = At(tokens, index + 1).Is("of") ? At(tokens, index + 2) : At(tokens, index + 1);
        var before = At(tokens, index - 1).Is("the") ? At(tokens, index - 2) : At(tokens, index - 1);
        return Vocabulary.Month(next) is not null || Vocabulary.Month(before) is not null;
    }

    private static Token At(IReadOnlyList<Token> tokens, int index) => index >= 0 && index < tokens.Count ? tokens[index] : tokens[^1];

    private static Token Number(Token first, Token last, int value, bool isOrdinal) =>
        new(TokenKind.Number, value.ToString(CultureInfo.InvariantCulture), first.Start, last.End, first.SpaceBefore) { IsSpelled = true, IsOrdinal = isOrdinal };

    private static FrozenDictionary<string, int> Numbered(string words) => words.Split(' ')
        .Select((word, index) => (word, index + 1))
        .ToFrozenDictionary(entry => entry.word, entry => entry.Item2, StringComparer.Ordinal);
}
