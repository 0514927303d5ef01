using System.Collections.Frozen;
using System.Globalization;

namespace TalksBot.Core.Times.Phrases;

/// <summary>The English words of dates and times.</summary>
internal static class Vocabulary
{
    private const string Filler = "at on the of by in and this coming upcoming time local hrs hours until till til from exactly sharp prompt promptly starting beginning";
    private const string Dangling = "at on the of by in and this coming upcoming until till til from starting beginning next last a an to before after around about between";
    private const string Others = "am pm noon midday midnight now today tonight tomorrow yesterday next last ago st nd rd th a an p m o clock";
    private const string Months = "january february march april may june july august september october november december";
    private const string Weekdays = "monday tuesday wednesday thursday friday saturday sunday";

    private static readonly FrozenDictionary<string, int> _months =
        Named(Months).Append(("sept", 9)).ToFrozenDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> _weekdays =
        Named(Weekdays).Concat([("tues", 2), ("weds", 3), ("wednes", 3), ("thur", 4), ("thurs", 4)])
            .ToFrozenDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> _otherSpellings = new[]
    {
        "tomorrow tmrw tmr tmw tmrow tomorow tommorow tommorrow tomorrows 2moro 2morrow", "tonight tonite", "today 2day", "o'clock oclock",
    }.SelectMany(line => line.Split(' ').Skip(1).Select(word => (word, line.Split(' ')[0])))
        .ToFrozenDictionary(entry => entry.word, entry => entry.Item2, StringComparer.Ordinal);

    private static readonly FrozenSet<string> _filler = Set(Filler);
    private static readonly FrozenSet<string> _dangling = Set(Dangling);

    private static readonly FrozenSet<string> _reserved = _filler
        .Concat(Others.Split(' '))
        .Concat(_months.Keys)
        .Concat(_weekdays.Keys)
        .Concat(_otherSpellings.Keys)
        .Concat(Enum.GetNames<DayPart>().Select(name => name.ToLowerInvariant()))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a single word belongs to dates and times, so it cannot be a place.</summary>
    public static bool IsReserved(string word) => _reserved.Contains(word) || Units.IsUnit(word);

    /// <summary>Whether a word says nothing: "at", "the", "time".</summary>
    public static bool IsFiller(Token token) => token.Kind == TokenKind.Word && _filler.Contains(token.Text);

    /// <summary>Whether a time cannot end with this word, because it leads to more: "at", "next".</summary>
    public static bool IsDangling(string word) => _dangling.Contains(word);

    /// <summary>The month 1–12 a word names, or null.</summary>
    public static int? Month(Token token) =>
        token.Kind == TokenKind.Word && _months.TryGetValue(token.Text, out var month) ? month : null;

    /// <summary>The weekday a word names, or null.</summary>
    public static IsoDayOfWeek? Weekday(Token token) =>
        token.Kind == TokenKind.Word && _weekdays.TryGetValue(token.Text, out var day) ? (IsoDayOfWeek)day : null;

    /// <summary>Whether a word names a day or a month by itself, so that it belongs to a time beside it.</summary>
    public static bool NamesDay(string word) =>
        _months.ContainsKey(word) || _weekdays.ContainsKey(word) || Usual(word) is "today" or "tonight" or "tomorrow" or "yesterday" or "noon" or "midnight";

    /// <summary>How many days from today a word points, or null.</summary>
    public static int? DayShift(Token token) => token.Kind != TokenKind.Word ? null : Usual(token.Text) switch
    {
        "today" or "tonight" => 0,
        "tomorrow" => 1,
        "yesterday" => -1,
        _ => null,
    };

    /// <summary>The part of the day a word names, or null.</summary>
    public static DayPart? PartOfDay(Token token) => Usual(token.Text) switch
    {
        "morning" => DayPart.Morning,
        "afternoon" => DayPart.Afternoon,
        "evening" => DayPart.Evening,
        "night" or "tonight" => DayPart.Night,
        _ => null,
    };

    private static string Usual(string word) => _otherSpellings.GetValueOrDefault(word, word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Each name in full and by its first three letters.
    private static IEnumerable<(string, int)> Named(string names) => names.Split(' ')
        .SelectMany((name, index) => new[] { (name, index + 1), (name[..3], index + 1) })
        .Distinct();
}

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
