using NodaTime.TimeZones;

namespace TalksBot.Core.Tests.Digests;

/// <summary>One change of one zone's clock, from the tz database.</summary>
internal sealed record ZoneTransition(DateTimeZone Zone, Instant At, Offset Before, Offset After)
{
    private static readonly Instant Start = Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2038, 1, 1, 0, 0);

    public static readonly IReadOnlyList<DateTimeZone> CanonicalZones =
    [
        .. TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct().Order(StringComparer.Ordinal)
            .Select(id => DateTimeZoneProviders.Tzdb[id]),
    ];

    /// <summary>Every one from 1970 to 2037; those that several zones share appear once.</summary>
    public static IReadOnlyList<ZoneTransition> All() =>
        [.. CanonicalZones.SelectMany(Of).DistinctBy(transition => (transition.At, transition.Before, transition.After, Around(transition)))];

    private static IEnumerable<ZoneTransition> Of(DateTimeZone zone) => zone.GetZoneIntervals(Start, End)
        .Where(interval => interval.HasStart && interval.Start >= Start)
        .Select(interval => new ZoneTransition(
            zone, interval.Start, zone.GetUtcOffset(interval.Start - Duration.Epsilon), interval.WallOffset));

    /// <summary>Other changes so near that they matter too; zones that share one change need not share these.</summary>
    private static string Around(ZoneTransition transition) => string.Join(' ', transition.Zone
        .GetZoneIntervals(transition.At - Duration.FromDays(6), transition.At + Duration.FromDays(6))
        .Select(interval => $"{(interval.HasStart ? interval.Start : Start)} {interval.WallOffset}").Skip(1));
}
