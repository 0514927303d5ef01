namespace TalksBot.Core.Tests.Digests;

/// <summary>
/// A second opinion on when digests fall due. It knows nothing of gaps and overlaps: it watches a zone's clock run, a
/// stretch of constant offset at a time, and notes when it first reads the hour or later.
/// </summary>
internal sealed class WallClockOracle(DateTimeZone zone, Instant from, Instant to)
{
    private readonly List<Stretch> _stretches =
    [
        .. zone.GetZoneIntervals(from, to).Select(interval => Clip(
            interval.WallOffset,
            interval.HasStart ? Instant.Max(interval.Start, from) : from,
            interval.HasEnd ? Instant.Min(interval.End, to) : to)),
    ];

    public bool Exists(LocalDate date) =>
        _stretches.Any(stretch => stretch.Opens < date.PlusDays(1).AtMidnight() && stretch.Closes > date.AtMidnight());

    public IEnumerable<Instant> Dues(LocalTime hour, LocalDate first, LocalDate last)
    {
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            if (Exists(date))
            {
                yield return FirstReading(date + hour);
            }
        }
    }

    public LocalDateTime Read(Instant at)
    {
        var stretch = _stretches.Last(candidate => candidate.Start <= at);
        return stretch.Opens.PlusNanoseconds((long)(at - stretch.Start).TotalNanoseconds);
    }

    public bool Shows(LocalDateTime local) => _stretches.Any(stretch => stretch.Opens <= local && local < stretch.Closes);

    private Instant FirstReading(LocalDateTime local)
    {
        var stretch = _stretches.First(candidate => local < candidate.Closes);
        return local <= stretch.Opens ? stretch.Start : stretch.Start + (local - stretch.Opens).ToDuration();
    }

    private static Stretch Clip(Offset offset, Instant start, Instant end) =>
        new(start, start.WithOffset(offset).LocalDateTime, end.WithOffset(offset).LocalDateTime);

    /// <param name="Start">Its first instant.</param>
    /// <param name="Opens">What the clock reads then.</param>
    /// <param name="Closes">What it reads just before the next stretch, exclusive.</param>
    private sealed record Stretch(Instant Start, LocalDateTime Opens, LocalDateTime Closes);
}
