namespace TalksBot.Core.Digests;

/// <summary>
/// When daily digests fall due: once per local day, whatever the clocks do. An hour that a clock change skips is read as the
/// first moment after the gap, an hour that comes twice as the first of the two; a day that a zone skips altogether has none.
/// </summary>
public static class DigestSchedule
{
    /// <summary>How late a missed digest is still sent; later than this it is merged into the next one.</summary>
    public static readonly Duration StillWorthSending = Duration.FromHours(6);

    /// <summary>The first digest after an instant.</summary>
    /// <param name="after">The digest falls strictly later than this.</param>
    /// <param name="hour">The local hour.</param>
    /// <param name="zone">Where that hour is read.</param>
    public static Instant NextAfter(Instant after, LocalTime hour, DateTimeZone zone)
    {
        for (var date = after.InZone(zone).Date.PlusDays(-1); ; date = date.PlusDays(1))
        {
            var due = On(date, hour, zone);
            if (due > after)
            {
                return due.Value;
            }
        }
    }

    /// <summary>The last digest due at or before <paramref name="now"/>, starting from one known to be due.</summary>
    public static Instant LatestDue(Instant due, Instant now, LocalTime hour, DateTimeZone zone)
    {
        for (var next = NextAfter(due, hour, zone); next <= now; next = NextAfter(due, hour, zone))
        {
            due = next;
        }

        return due;
    }

    private static Instant? On(LocalDate date, LocalTime hour, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(date + hour);
        if (mapping.Count > 0)
        {
            return mapping.First().ToInstant();
        }

        var gapEnd = mapping.LateInterval.Start;
        var dayExists = zone.MapLocal(date.AtMidnight()).Count > 0 || gapEnd.InZone(zone).Date == date
            || mapping.EarlyInterval.End.Minus(Duration.Epsilon).InZone(zone).Date == date;
        return dayExists ? gapEnd : null;
    }
}
