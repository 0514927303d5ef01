using System.Collections.Concurrent;
using TalksBot.Core.Times;

namespace TalksBot.Core.Calendars;

/// <summary>
/// A zone of the tz database as a calendar spells it out (RFC 5545 §3.6.5): every change of its clock, one by one. Rules would be shorter, and wrong
/// wherever a parliament has broken them.
/// </summary>
public static class CalendarZone
{
    private const int FirstYear = 1970;
    private const int LastYear = 2037;

    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Usual = new(StringComparer.Ordinal);

    /// <summary>Its lines, not folded, from 1970 to 2037 and in the years given.</summary>
    /// <param name="zone">The zone, of the tz database.</param>
    /// <param name="from">The first year in which it is needed.</param>
    /// <param name="to">The last.</param>
    public static IReadOnlyList<string> Lines(DateTimeZone zone, int from, int to) => from >= FirstYear && to <= LastYear
        ? Usual.GetOrAdd(zone.Id, _ => Write(zone, FirstYear, LastYear))
        : Write(zone, Math.Min(from, FirstYear), Math.Max(to, LastYear));

    private static List<string> Write(DateTimeZone zone, int from, int to)
    {
        var lines = new List<string> { "BEGIN:VTIMEZONE", $"TZID:{zone.Id}" };
        var changes = zone.GetZoneIntervals(Instant.FromUtc(from, 1, 1, 0, 0), Instant.FromUtc(to + 1, 1, 1, 0, 0))
            .Select(interval => interval.HasStart ? (At: interval.Start, Before: zone.GetUtcOffset(interval.Start - Duration.Epsilon), interval) : (At: Instant.FromUtc(from, 1, 1, 0, 0), Before: interval.WallOffset, interval));
        foreach (var same in changes.GroupBy(change => (change.Before, change.interval.WallOffset, change.interval.Name, IsSaving: change.interval.Savings != Offset.Zero)))
        {
            var onsets = same.Select(change => CalendarStamp.Local(change.At.WithOffset(change.Before).LocalDateTime)).ToList();
            var kind = same.Key.IsSaving ? "DAYLIGHT" : "STANDARD";
            lines.AddRange([$"BEGIN:{kind}", $"TZNAME:{same.Key.Name}", $"TZOFFSETFROM:{CalendarStamp.Of(same.Key.Before)}", $"TZOFFSETTO:{CalendarStamp.Of(same.Key.WallOffset)}", $"DTSTART:{onsets[0]}"]);
            if (onsets.Count > 1)
            {
                lines.Add($"RDATE:{string.Join(',', onsets.Skip(1))}");
            }

            lines.Add($"END:{kind}");
        }

        lines.Add("END:VTIMEZONE");
        return lines;
    }
}
