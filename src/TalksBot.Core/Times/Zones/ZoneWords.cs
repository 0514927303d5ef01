using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using TalksBot.Core.Text;

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

/// <summary>What is printed under a clock at one instant, always a name that reads back as the same time.</summary>
/// <param name="Text">The label.</param>
/// <param name="FixesOffset">Whether the label itself says the offset (UTC, UTC-4), so a repeated hour needs nothing more.</param>
internal sealed record ClockLabel(string Text, bool FixesOffset)
{
    /// <summary>What zones are called: found once, for a file of a thousand times asks thousands of times.</summary>
    private static readonly ConcurrentDictionary<string, string?> Places = new(StringComparer.Ordinal);

    /// <summary>The label of the clock at that instant.</summary>
    public static ClockLabel For(WallClock clock, Instant at)
    {
        if (clock.Name.Length > 0)
        {
            return new(clock.Name, FixesOffset: false);
        }

        var zone = clock.Zone;
        return zone.MinOffset == zone.MaxOffset || Places.GetOrAdd(zone.Id, static (_, known) => PlaceOf(known), zone) is not { } place
            ? new(Abbreviations.ToPrint(zone) ?? FixedOffsets.Label(zone.GetUtcOffset(at)), FixesOffset: true)
            : new(place, FixesOffset: false);
    }

    private static string? PlaceOf(DateTimeZone zone) => new[] { Gazetteer.FirstPlace(zone.Id), ZoneIds.Ending(zone.Id), Gazetteer.FirstPlace(ZoneIds.Canonical(zone.Id)), zone.Id }
        .FirstOrDefault(name => name is not null && Means(name, zone));

    private static bool Means(string name, DateTimeZone zone) =>
        ZoneSearch.Find(name) is ZoneReading.Known { Offset: null } known && ZoneIds.Same(known.Clock.Zone, zone);
}

/// <summary>The form in which place names are compared: upper case, no accents, single spaces, no punctuation.</summary>
internal static class PlaceKey
{
    public static string Of(string name)
    {
        var letters = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                letters.Append(rune.ToString());
            }
            else if (rune.Value is not ('.' or '\'') && Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                letters.Append(' ');
            }
        }

        var words = PlainLetters.Capitals(letters.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words);
    }
}
