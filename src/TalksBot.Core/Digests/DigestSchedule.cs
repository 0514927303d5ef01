namespace TalksBot.Core.Digests;

/// <summary>
/// When daily digests fall due: once per local day, the first time its clock reads the hour or later. So an hour that a
/// clock change skips is the first moment after the gap, an hour that comes twice is the first of the two, and a day that a
/// zone skips altogether has none.
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
        // The digest of the day before may still be to come: its hour was skipped at the end of that day.
        for (var date = after.InZone(zone).Date.PlusDays(-1); ; date = date.PlusDays(1))
        {
            if (DueOn(date, hour, zone) is { } due && due > after)
            {
                return due;
            }
        }
    }

    /// <summary>The digests strictly between two instants, oldest first.</summary>
    public static IEnumerable<Instant> Between(Instant from, Instant to, LocalTime hour, DateTimeZone zone)
    {
        for (var due = NextAfter(from, hour, zone); due < to; due = NextAfter(due, hour, zone))
        {
            yield return due;
        }
    }

    /// <summary>The last digest due at or before <paramref name="now"/>, starting from one known to be due.</summary>
    public static Instant LatestDue(Instant due, Instant now, LocalTime hour, DateTimeZone zone) =>
        Between(due, now + Duration.Epsilon, hour, zone).Prepend(due).Last();

    private static Instant? DueOn(LocalDate date, LocalTime hour, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(date + hour);
        if (mapping.Count > 0)
        {
            return mapping.First().ToInstant();
        }

        var lastBefore = mapping.EarlyInterval.IsoLocalEnd;
        var firstAfter = mapping.LateInterval.IsoLocalStart;
        var dayIsSkipped = lastBefore <= date.AtMidnight() && firstAfter >= date.PlusDays(1).AtMidnight();
        return dayIsSkipped ? null : mapping.LateInterval.Start;
    }
}
