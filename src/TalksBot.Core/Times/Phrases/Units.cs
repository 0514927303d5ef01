using System.Collections.Frozen;

namespace TalksBot.Core.Times.Phrases;

/// <summary>The units that spans of time are typed in.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, Duration> _sizes = new (Duration Size, string Names)[]
    {
        (Duration.FromSeconds(1), "s sec secs second seconds"),
        (Duration.FromMinutes(1), "m min mins minute minutes"),
        (Duration.FromHours(1), "h hr hrs hour hours"),
        (Duration.FromDays(1), "d day days"),
        (Duration.FromDays(7), "w wk wks week weeks"),
    }.SelectMany(unit => unit.Names.Split(' ').Select(name => (name, unit.Size)))
        .ToFrozenDictionary(entry => entry.name, entry => entry.Size, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word is a unit.</summary>
    public static bool IsUnit(string word) => _sizes.ContainsKey(word);

    /// <summary>The length of the unit a token names, or null.</summary>
    public static Duration? Size(Token token) =>
        token.Kind == TokenKind.Word && _sizes.TryGetValue(token.Text, out var size) ? size : null;
}
