using System.Collections.Frozen;

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
