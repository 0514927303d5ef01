using System.Collections.Frozen;

namespace TalksBot.Core.Times.Zones;

/// <summary>The words that names of zones begin with, so that any other word is known at once to begin none.</summary>
internal static class ZoneWords
{
    private static readonly FrozenSet<string> _first = ZoneIds.All
        .Concat(ZoneIds.All.Select(ZoneIds.Ending))
        .Concat(Gazetteer.Places)
        .Concat(Countries.AllNames)
        .Concat(SharedNames.All)
        .Concat(ZoneTitles.All)
        .Concat(Abbreviations.All)
        .Concat(AmbiguousAbbreviations.All)
        .Concat(["UTC", "GMT"])
        .Select(name => First(PlaceKey.Of(name)))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name of a zone can begin with the word.</summary>
    public static bool Begin(string word) => _first.Contains(First(PlaceKey.Of(word)));

    private static string First(string key)
    {
        // EST5EDT and UTC+02 begin with the letters before their digits, as the phrase is cut.
        var end = key.AsSpan().IndexOfAnyExceptInRange('A', '\uFFFF');
        return end > 0 ? key[..end] : key;
    }
}
