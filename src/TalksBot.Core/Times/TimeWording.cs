using System.Globalization;
using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Times;

/// <summary>Every way the product writes a moment. <see cref="TimePhrase"/> reads each of them back as the same moment.</summary>
public static class TimeWording
{
    private static readonly Duration _yearNeededAfter = Duration.FromDays(150);

    /// <summary><c>Wed 28 Jun 1995 23:59 Washington</c>, with seconds only when there are any, and with the offset in an hour that a
    /// place's clock repeats.</summary>
    public static string Full(CivilTime time) => Full(time.ToInstant(), new("", time.Zone));

    /// <summary><c>Wed 28 Jun 1995 23:59 Washington</c> on that clock.</summary>
    public static string Full(Instant at, WallClock clock)
    {
        var local = Local(at, clock);
        return $"{Date(local.Date)} {Clock(local.TimeOfDay)} {Place(at, clock)}";
    }

    /// <summary><c>05:59 Geneva Thu 29 Jun (+1)</c>.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="clock">The clock to show it on.</param>
    /// <param name="firstDate">The date on the first clock of the line, which the day flag counts from; null for no flag.</param>
    /// <param name="now">The moment of writing; the year is added when <paramref name="at"/> is over 150 days from it.</param>
    public static string ClockTime(Instant at, WallClock clock, LocalDate? firstDate, Instant now)
    {
        var local = Local(at, clock);
        var days = firstDate is { } first ? Period.DaysBetween(first, local.Date) : 0;
        var flag = days == 0 ? "" : days.ToString("' (+'0')';' (-'0')'", CultureInfo.InvariantCulture);
        return $"{Clock(local.TimeOfDay)} {Place(at, clock)} {Date(local.Date, NeedsYear(at, now))}{flag}";
    }

    /// <summary><c>23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1)</c>: every clock once, in order; UTC when there is none.</summary>
    public static string ClockLine(Instant at, IReadOnlyList<WallClock> clocks, Instant now)
    {
        var shown = clocks.Count == 0 ? [new("", DateTimeZone.Utc)] : clocks.DistinctBy(clock => clock.Zone.Id, StringComparer.Ordinal).ToArray();
        var firstDate = Local(at, shown[0]).Date;
        return string.Join(" · ", shown.Select(clock => ClockTime(at, clock, firstDate, now)));
    }

    /// <summary><c>23:59 Washington Thu 29 Jun · 05:59 Geneva, 12:59 Tokyo Fri 30 Jun</c>: every clock once, those that stand side by side on one date with that date once.</summary>
    public static string ClockDays(Instant at, IReadOnlyList<WallClock> clocks, Instant now)
    {
        var days = new List<(LocalDate Date, string Times)>();
        foreach (var clock in clocks.DistinctBy(clock => clock.Zone.Id, StringComparer.Ordinal))
        {
            var local = Local(at, clock);
            var time = $"{Clock(local.TimeOfDay)} {Place(at, clock)}";
            if (days is [.., var last] && last.Date == local.Date)
            {
                days[^1] = last with { Times = $"{last.Times}, {time}" };
            }
            else
            {
                days.Add((local.Date, time));
            }
        }

        return string.Join(" · ", days.Select(day => $"{day.Times} {Date(day.Date, NeedsYear(at, now))}"));
    }

    /// <summary>The same apart, for a row of clocks side by side.</summary>
    public static IReadOnlyList<ClockCell> Cells(Instant at, IReadOnlyList<WallClock> clocks, Instant now)
    {
        var shown = clocks.DistinctBy(clock => clock.Zone.Id, StringComparer.Ordinal).ToList();
        return [.. shown.Select(clock =>
        {
            var local = Local(at, clock);
            return new ClockCell(Place(at, clock), Clock(local.TimeOfDay), Date(local.Date, NeedsYear(at, now)), Period.DaysBetween(Local(at, shown[0]).Date, local.Date));
        })];
    }

    /// <summary><see cref="ClockLine(Instant, IReadOnlyList{WallClock}, Instant)"/> with an end on the first clock: <c>11:00 Geneva Wed 28 Jun, until 13:00 · 05:00 Washington Wed 28 Jun</c>.</summary>
    public static string ClockLine(Instant at, IReadOnlyList<WallClock> clocks, Instant now, Instant until)
    {
        var first = ClockLine(at, [.. clocks.Take(1)], now);
        return $"{first}, until {OnOwnClock(until, clocks[0], at)}{ClockLine(at, clocks, now)[first.Length..]}";
    }

    /// <summary><c>23:44 Washington</c>, to the minute, for moments whose day is plain.</summary>
    public static string ClockTimeShort(Instant at, WallClock clock) =>
        $"{Local(at, clock).ToString("HH:mm", CultureInfo.InvariantCulture)} {Place(at, clock)}";

    /// <summary><c>08:40</c> on a reader's own clock, which needs no name; with the date where that is not the date of writing.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="own">The reader's clock.</param>
    /// <param name="now">The moment of writing.</param>
    public static string OnOwnClock(Instant at, WallClock own, Instant now)
    {
        var local = Local(at, own);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return local.Date == Local(now, own).Date ? time : $"{time} {Date(local.Date, NeedsYear(at, now))}";
    }

    /// <summary><c>08:40</c> on a reader's own clock, <c>Tue 20:27</c> of the days before, and the date alone of what is older than a week.</summary>
    public static string OfWeek(Instant at, WallClock own, Instant now)
    {
        var (local, today) = (Local(at, own), Local(now, own).Date);
        return Period.DaysBetween(local.Date, today) switch
        {
            0 => local.ToString("HH:mm", CultureInfo.InvariantCulture),
            > 0 and < 7 => local.ToString("ddd HH:mm", CultureInfo.InvariantCulture),
            _ => Date(local.Date, NeedsYear(at, now)),
        };
    }

    /// <summary><c>today 11:59</c>, <c>yesterday 08:00</c>, else <c>11:59 Wed 28 Jun</c>, on a clock that is named beside it.</summary>
    public static string NearDay(Instant at, WallClock clock, Instant now)
    {
        var local = Local(at, clock);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return Period.DaysBetween(Local(now, clock).Date, local.Date) switch
        {
            0 => $"today {time}",
            1 => $"tomorrow {time}",
            -1 => $"yesterday {time}",
            _ => $"{time} {Date(local.Date, NeedsYear(at, now))}",
        };
    }

    /// <summary><c>19:35–21:10 Geneva</c>, to the minute; the date of the end stands with it where it is another.</summary>
    public static string Hours(Instant from, Instant to, WallClock clock)
    {
        var (start, end) = (Local(from, clock), Local(to, clock));
        var endDate = start.Date == end.Date ? "" : $" {Date(end.Date, withYear: false)}";
        return $"{start.ToString("HH:mm", CultureInfo.InvariantCulture)}–{end.ToString("HH:mm", CultureInfo.InvariantCulture)} {Place(to, clock)}{endDate}";
    }

    /// <summary><c>Tue 27 Jun 08:00 – Wed 28 Jun 08:00 Washington</c>, from inclusive, to exclusive; the first date and zone stand once when
    /// both ends share them.</summary>
    public static string Window(Instant from, Instant to, WallClock clock, Instant now)
    {
        var (start, end) = (Local(from, clock), Local(to, clock));
        var withYear = NeedsYear(from, now) || NeedsYear(to, now);
        var (startPlace, endPlace) = (Place(from, clock), Place(to, clock));
        var startZone = string.Equals(startPlace, endPlace, StringComparison.Ordinal) ? "" : $" {startPlace}";
        var endDate = start.Date == end.Date ? "" : Date(end.Date, withYear) + " ";
        return $"{Date(start.Date, withYear)} {Clock(start.TimeOfDay)}{startZone} – {endDate}{Clock(end.TimeOfDay)} {endPlace}";
    }

    /// <summary>The moment without its seconds, for times that are only information: when something was heard, recorded or sent.</summary>
    public static Instant Minute(Instant at)
    {
        var ticks = at.ToUnixTimeTicks() % NodaConstants.TicksPerMinute;
        return at - Duration.FromTicks(ticks < 0 ? ticks + NodaConstants.TicksPerMinute : ticks);
    }

    /// <summary><c>Wed 28 Jun 1995</c>.</summary>
    public static string Date(LocalDate date) => Date(date, withYear: true);

    /// <summary><c>3 h 15 min</c>, <c>45 min</c>, <c>less than a minute</c>; see <see cref="SpanWording"/> for the rule.</summary>
    public static string Span(Duration duration) => SpanWording.Of(duration);

    /// <summary><c>in 3 h 15 min</c>, <c>14 min ago</c>, or <c>now</c> within a second.</summary>
    public static string Relative(Instant at, Instant now)
    {
        var ahead = at - now;
        if (Math.Abs(ahead.TotalSeconds) < 1)
        {
            return "now";
        }

        return ahead > Duration.Zero ? $"in {Span(ahead)}" : $"{Span(-ahead)} ago";
    }

    /// <summary><c>1995-06-29T03:59:00Z</c>, with a fraction only when there is one.</summary>
    public static string Iso(Instant at) => IsoWording.Of(at);

    /// <summary>Reads what <see cref="Iso(Instant)"/> writes; null where it is something else.</summary>
    public static Instant? ReadIso(string text) => IsoWording.Read(text);

    /// <summary><c>1995-06-28T23:59:00-04:00</c>, as programs name a moment.</summary>
    public static string Iso(OffsetDateTime at) => IsoWording.Of(at);

    /// <summary>Reads a moment with its offset, as <see cref="Iso(OffsetDateTime)"/> and <see cref="Iso(CivilTime)"/> write one; null where it is something else.</summary>
    public static Instant? ReadIsoMoment(string text) => IsoWording.ReadMoment(text);

    /// <summary><c>PT3H</c>, <c>P7D</c> for whole days, <c>PT0S</c>.</summary>
    public static string Iso(Duration duration) => IsoWording.Of(duration);

    /// <summary><c>1995-06-28T23:59:00-04:00[America/New_York]</c>.</summary>
    public static string Iso(CivilTime time) => IsoWording.Of(time);

    /// <summary><c>23:59</c>, with seconds only when there are any.</summary>
    internal static string Clock(LocalTime time) => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    private static LocalDateTime Local(Instant at, WallClock clock) => at.InZone(clock.Zone).LocalDateTime;

    private static bool NeedsYear(Instant at, Instant now) => at - now > _yearNeededAfter || now - at > _yearNeededAfter;

    private static string Date(LocalDate date, bool withYear) =>
        date.ToString(withYear ? "ddd d MMM uuuu" : "ddd d MMM", CultureInfo.InvariantCulture);

    // A place's clock shows an hour twice when it goes back; then only the offset tells which.
    private static string Place(Instant at, WallClock clock)
    {
        var label = ClockLabel.For(clock, at);
        var there = at.InZone(clock.Zone);
        var repeats = !label.FixesOffset && clock.Zone.MapLocal(there.LocalDateTime).Count == 2;
        return repeats ? $"{label.Text} {FixedOffsets.Write(there.Offset)}" : label.Text;
    }
}

/// <summary>A moment on one clock of a row.</summary>
/// <param name="Place">As in <c>Geneva</c>.</param>
/// <param name="Time">As in <c>05:59</c>.</param>
/// <param name="Date">As in <c>Thu 29 Jun</c>.</param>
/// <param name="Days">How many days later than on the first clock it is there; below zero for earlier.</param>
public sealed record ClockCell(string Place, string Time, string Date, int Days);
