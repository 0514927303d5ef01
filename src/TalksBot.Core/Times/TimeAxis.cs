using System.Globalization;

namespace TalksBot.Core.Times;

/// <summary>The round moments of a clock that an axis of time names. Pure.</summary>
public static class TimeAxis
{
    private const int MostTicks = 9;

    private static readonly IReadOnlyList<int> _minutes = [5, 15, 30, 60, 120, 180, 360, 720];
    private static readonly IReadOnlyList<int> _days = [1, 2, 7, 14, 28, 91, 182, 364];

    /// <summary>At most nine moments between the two, each on a full step of the local clock, with its name there.</summary>
    /// <param name="from">The first moment that may be named.</param>
    /// <param name="to">The last one, later than the first.</param>
    /// <param name="clock">The clock to go by; a local time that it skips is not named, one that it repeats is named once.</param>
    public static IReadOnlyList<(Instant At, string Name)> Ticks(Instant from, Instant to, WallClock clock)
    {
        var span = to - from;
        var minutes = _minutes.FirstOrDefault(step => span <= Duration.FromMinutes((long)step * MostTicks));
        var moments = minutes > 0 ? OfDay(from, to, clock.Zone, minutes) : OfYear(from, to, clock.Zone);
        return [.. moments.Take(MostTicks).Select((at, n) => (at, Name(at.InZone(clock.Zone).LocalDateTime, minutes > 0, isFirst: n == 0)))];
    }

    private static IEnumerable<Instant> OfDay(Instant from, Instant to, DateTimeZone zone, int minutes)
    {
        var last = to.InZone(zone).Date;
        for (var date = from.InZone(zone).Date; date <= last; date = date.PlusDays(1))
        {
            for (var minute = 0; minute < 24 * 60; minute += minutes)
            {
                var mapped = zone.MapLocal(date + LocalTime.FromMinutesSinceMidnight(minute));
                if (mapped.Count > 0 && mapped.First().ToInstant() is var at && at >= from && at <= to)
                {
                    yield return at;
                }
            }
        }
    }

    private static IEnumerable<Instant> OfYear(Instant from, Instant to, DateTimeZone zone)
    {
        var (first, last) = (from.InZone(zone).Date, to.InZone(zone).Date);
        var length = Period.DaysBetween(first, last);
        var step = _days.FirstOrDefault(days => length <= days * (MostTicks - 1), (length / (MostTicks - 1)) + 1);
        for (var date = first; date <= last; date = date.PlusDays(step))
        {
            if (zone.AtStartOfDay(date).ToInstant() is var at && at >= from && at <= to)
            {
                yield return at;
            }
        }
    }

    /// <summary>The day is named with the first time and with every midnight.</summary>
    private static string Name(LocalDateTime local, bool hasTime, bool isFirst)
    {
        var day = local.Date.ToString("ddd d MMM", CultureInfo.InvariantCulture);
        if (!hasTime)
        {
            return $"{day}\n{local.Date.ToString("uuuu", CultureInfo.InvariantCulture)}";
        }

        var time = TimeWording.Clock(local.TimeOfDay);
        return isFirst || local.TimeOfDay == LocalTime.Midnight ? $"{time}\n{day}" : time;
    }
}
