using System.Collections.Frozen;
using NodaTime.TimeZones;

namespace TalksBot.Core.Times.Zones;

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
