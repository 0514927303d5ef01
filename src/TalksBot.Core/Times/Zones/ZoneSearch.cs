using System.Collections.Frozen;
using NodaTime.TimeZones;

namespace TalksBot.Core.Times.Zones;

/// <summary>The order in which the meanings of a zone name are tried.</summary>
internal static class ZoneSearch
{
    private const int Longest = 64;
    private const string Time = " time";

    /// <summary>Known or ambiguous, or null when nothing answers to that name.</summary>
    public static ZoneReading? Find(string text)
    {
        var name = text.Length > 4 * Longest ? "" : text.Trim();
        return name.Length is 0 or > Longest ? null : Whole(name) ?? Untimed(name);
    }

    private static ZoneReading? Whole(string name) => Offset(name)
        ?? Abbreviated(name)
        ?? AmbiguousAbbreviations.Find(name)
        ?? SharedNames.Find(name)
        ?? Place(name)
        ?? (ZoneTitles.Short(name) is { } title ? Whole(title) : null)
        ?? Countries.Find(name)
        ?? (ZoneIds.Find(name) is { } zone ? Unnamed(zone) : null)
        ?? Ending(name);

    // "London time", "Eastern time"
    private static ZoneReading? Untimed(string name) =>
        name.EndsWith(Time, StringComparison.OrdinalIgnoreCase) && name.Length > Time.Length ? Whole(name[..^Time.Length].TrimEnd()) : null;

    private static ZoneReading.Known Unnamed(DateTimeZone zone) => new(new WallClock("", zone));

    private static ZoneReading.Known? Offset(string name) =>
        FixedOffsets.Read(name) is { } offset ? Unnamed(DateTimeZone.ForOffset(offset)) with { Offset = offset } : null;

    private static ZoneReading.Known? Abbreviated(string name) =>
        Abbreviations.Find(name) is { } entry ? Unnamed(entry.Home) with { Offset = entry.Offset } : null;

    private static ZoneReading.Known? Place(string name) =>
        (Gazetteer.Find(name) ?? ZoneTitles.Find(name)) is { } clock ? new(clock) : null;

    private static ZoneReading? Ending(string name)
    {
        var key = PlaceKey.Of(name);
        return ZoneIds.IsNoPlace(key) ? null : ZoneIds.EndingIn(key) switch
        {
            [] => null,
            [var only] => Unnamed(only),
            var several => new ZoneReading.Ambiguous(
                $"{Quotation.Of(name)} could be {string.Join(" or ", several.Select(zone => zone.Id))}.",
                [.. several.Select(zone => new WallClock("", zone))]),
        };
    }
}

/// <summary>The ids of the tz database, found however they are cased, and by their last part.</summary>
internal static class ZoneIds
{
    private static readonly IDateTimeZoneProvider _tzdb = DateTimeZoneProviders.Tzdb;

    private static readonly FrozenDictionary<string, string> _spellings =
        _tzdb.Ids.ToFrozenDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    // Ends of ids that are directions, feasts or everyday words name no place by themselves.
    private static readonly FrozenSet<string> _noPlaces =
        "WEST EAST NORTH SOUTH GENERAL CENTRAL CENTER CHRISTMAS EASTER EASTERISLAND WAKE RESOLUTE CONTINENTAL FACTORY PACIFIC MOUNTAIN EASTERN ATLANTIC MIDWAY DAVIS CASEY PALMER KNOX TROLL ACT LHI"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Etc/GMT+5 is UTC-5, so the ends of Etc ids would say the opposite of what people mean.
    private static readonly ILookup<string, string> _byEnding =
        _tzdb.Ids.Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
            .ToLookup(id => PlaceKey.Of(Ending(id)), StringComparer.Ordinal);

    /// <summary>Every id of the tz database.</summary>
    public static IEnumerable<string> All => _spellings.Values;

    /// <summary>The zone of that id in any case, or of a fixed-offset id such as <c>UTC-04</c>; null when there is none.</summary>
    public static DateTimeZone? Find(string id) =>
        _tzdb.GetZoneOrNull(_spellings.GetValueOrDefault(id) ?? id.ToUpperInvariant()) is { } zone && (_spellings.ContainsKey(id) || FixedOffsets.IsReal(zone.MinOffset)) ? zone : null;

    /// <summary>Whether ids end in these words, which yet name no place by themselves: "West", "General".</summary>
    public static bool IsNoPlace(string placeKey) => _noPlaces.Contains(placeKey);

    /// <summary>The zones whose id ends in these words, one for each set of rules.</summary>
    public static IReadOnlyList<DateTimeZone> EndingIn(string placeKey) =>
        [.. _byEnding[placeKey].DistinctBy(Canonical, StringComparer.Ordinal).Select(id => _tzdb[id])];

    /// <summary>The end of the id as words: <c>America/Port_of_Spain</c> gives "Port of Spain".</summary>
    public static string Ending(string id) => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>The id that all aliases of a zone share.</summary>
    public static string Canonical(string id) => TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(id, out var shared) ? shared : id;

    /// <summary>Whether the two follow the same rules under whatever ids.</summary>
    public static bool Same(DateTimeZone one, DateTimeZone other) =>
        string.Equals(Canonical(one.Id), Canonical(other.Id), StringComparison.Ordinal);
}
