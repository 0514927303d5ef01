using NodaTime.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>How times are read from a file.</summary>
internal static class FileTimes
{
    private const int EarliestYear = 1000;
    private const int LatestYear = 2999;

    private static readonly OffsetDateTimePattern[] LocalAndOffset =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<G>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<G>"),
    ];

    /// <summary>Reads a moment in UTC.</summary>
    public static bool TryReadInstant(string text, out Instant instant)
    {
        var read = InstantPattern.ExtendedIso.Parse(text);
        instant = read.Success ? read.Value : default;
        return read.Success && IsNear(instant.InUtc().Year);
    }

    /// <summary>A moment as <see cref="TryReadInstant"/> reads it.</summary>
    public static string Write(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    /// <summary>
    /// Reads a wall-clock time with its offset and zone. The offset only decides between the two passes of a repeated hour,
    /// so a file outlives a change of the zone's rules.
    /// </summary>
    public static bool TryReadCivil(string text, out CivilTime time)
    {
        time = null!;
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0 || text[^1] != ']' || !TryReadZone(text[(bracket + 1)..^1], out var zone))
        {
            return false;
        }

        var read = LocalAndOffset.Select(pattern => pattern.Parse(text[..bracket])).FirstOrDefault(result => result.Success);
        if (read is null || !IsNear(read.Value.Year))
        {
            return false;
        }

        time = new CivilTime(read.Value.LocalDateTime, zone, read.Value.Offset);
        return true;
    }

    /// <summary>Reads what a wall clock says.</summary>
    public static bool TryReadLocal(string text, out LocalDateTime local)
    {
        var read = LocalDateTimePattern.ExtendedIso.Parse(text);
        local = read.Success ? read.Value : default;
        return read.Success && IsNear(local.Year);
    }

    /// <summary>The local time as <see cref="TryReadLocal"/> reads it.</summary>
    public static string Write(LocalDateTime local) => LocalDateTimePattern.ExtendedIso.Format(local);

    /// <summary>Reads a length of time as ISO 8601 writes it.</summary>
    public static bool TryReadSpan(string text, out Duration span)
    {
        var read = PeriodPattern.NormalizingIso.Parse(text);
        span = read.Success && !read.Value.HasDateComponent ? read.Value.ToDuration() : read.Success && read.Value is { Years: 0, Months: 0 } ? read.Value.ToDuration() : default;
        return read.Success && read.Value is { Years: 0, Months: 0 } && span > Duration.Zero && span < Duration.FromDays(31);
    }

    /// <summary>Reads a zone by its id.</summary>
    public static bool TryReadZone(string text, out DateTimeZone zone)
    {
        zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(text)!;
        return zone is not null;
    }

    private static bool IsNear(int year) => year is >= EarliestYear and <= LatestYear;
}
