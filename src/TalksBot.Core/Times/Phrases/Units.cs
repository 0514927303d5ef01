using System.Collections.Frozen;

namespace TalksBot.Core.Times.Phrases;

/// <summary>The units that spans of time are typed in.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, Duration> _sizes = new (Duration Size, string Names)[]
    {
        (Duration.FromSeconds(1), "s sec secs second seconds"),
        (Duration.FromMinutes(1), "m min mins minute minutes mn"),
        (Duration.FromHours(1), "h hr hrs hour hours"),
        (Duration.FromDays(1), "d day days"),
        (Duration.FromDays(7), "w wk wks week weeks"),
        (Duration.FromDays(14), "fortnight fortnights"),
    }.SelectMany(unit => unit.Names.Split(' ').Select(name => (name, unit.Size)))
        .ToFrozenDictionary(entry => entry.name, entry => entry.Size, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> _months = new[] { ("month", 1), ("months", 1), ("mo", 1), ("mos", 1), ("year", 12), ("years", 12), ("yr", 12), ("yrs", 12) }
        .ToFrozenDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word is a unit.</summary>
    public static bool IsUnit(string word) => _sizes.ContainsKey(word) || _months.ContainsKey(word);

    /// <summary>The length of the unit a token names, or null.</summary>
    public static Duration? Size(Token token) =>
        token.Kind == TokenKind.Word && _sizes.TryGetValue(token.Text, out var size) ? size : null;

    /// <summary>How many months the unit has that a token names, or null.</summary>
    public static int? Months(Token token) =>
        token.Kind == TokenKind.Word && _months.TryGetValue(token.Text, out var months) ? months : null;
}
