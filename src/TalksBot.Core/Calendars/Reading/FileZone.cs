using TalksBot.Core.Times;

namespace TalksBot.Core.Calendars.Reading;

/// <summary>A zone as a calendar spells it out itself (RFC 5545 §3.6.5).</summary>
internal sealed class FileZone
{
    private const int MostChanges = 2_000;
    private const int CostOfDate = 3;

    private readonly List<Observance> _observances;
    private readonly CalendarEffort _effort;
    private readonly Dictionary<int, List<Onset>> _byYear = [];

    private FileZone(List<Observance> observances, string place, CalendarEffort effort) => (_observances, Place, _effort) = (observances, place, effort);

    /// <summary>The zone of the tz database that it says it is; empty where it says nothing.</summary>
    public string Place { get; }

    /// <summary>Reads one; null for one that cannot be followed to the letter.</summary>
    public static FileZone? Read(CalendarComponent component, CalendarEffort effort)
    {
        var parts = component.Parts.Where(part => part.Name is "STANDARD" or "DAYLIGHT").Select(Observance.Read).ToList();
        return parts.Count is 0 or > MostChanges || parts.Contains(null) ? null : new FileZone([.. parts.OfType<Observance>()], component.Value("X-LIC-LOCATION"), effort);
    }

    /// <summary>The moment at which its clock shows a time: the first of two, and of one that it skips what the clock before the change would have made of it.</summary>
    /// <returns>Null before its first change, of which it says nothing, and once too much was looked at to be sure.</returns>
    public Instant? At(LocalDateTime local)
    {
        if (Around(local.Year).FindLast(onset => onset.Wall <= local) is not { } last || _effort.IsSpent)
        {
            return null;
        }

        var isSkipped = last.To > last.From && local < last.Wall.PlusSeconds(last.To.Seconds - last.From.Seconds);
        return local.WithOffset(isSkipped ? last.From : last.To).ToInstant();
    }

    private List<Onset> Around(int year)
    {
        if (!_byYear.TryGetValue(year, out var known))
        {
            // Sorting them costs more than a look at a day.
            if (!_effort.Take(CostOfDate * _observances.Sum(part => part.Dates.Count + 1)))
            {
                return [];
            }

            known = [.. _observances.SelectMany(part => part.Onsets(year, _effort)).OrderBy(onset => onset.At)];
            _byYear.Add(year, known);
        }

        return known;
    }

    /// <summary>Its clock changes.</summary>
    /// <param name="Wall">What it shows at that moment before it is changed.</param>
    /// <param name="From">Its offset until then.</param>
    /// <param name="To">Its offset from then on.</param>
    private sealed record Onset(LocalDateTime Wall, Offset From, Offset To)
    {
        public Instant At => Wall.WithOffset(From).ToInstant();
    }

    private sealed record Observance(LocalDateTime Begin, Offset From, Offset To, CalendarRule? Rule, IReadOnlyList<LocalDateTime> Dates)
    {
        public static Observance? Read(CalendarComponent part)
        {
            if (CalendarValues.Local(part.Value("DTSTART")) is not { } begin || CalendarStamp.ReadOffset(part.Value("TZOFFSETFROM")) is not { } from || CalendarStamp.ReadOffset(part.Value("TZOFFSETTO")) is not { } to)
            {
                return null;
            }

            var rule = part.Find("RRULE") is { } said ? CalendarRule.Read(said.Value) : null;
            var dates = part.All("RDATE").SelectMany(line => line.Value.Split(',')).Select(CalendarValues.Local).ToList();
            return (part.Find("RRULE") is not null && rule is null) || dates.Contains(null) || dates.Count > MostChanges || part.All("RRULE").Skip(1).Any()
                ? null
                : new Observance(begin, from, to, rule, [.. dates.OfType<LocalDateTime>()]);
        }

        /// <summary>Those of a year, of the years beside it, and the last of all before.</summary>
        public IEnumerable<Onset> Onsets(int year, CalendarEffort effort) => Dates.Prepend(Begin).Concat(Repeated(year, effort)).Select(wall => new Onset(wall, From, To));

        private IEnumerable<LocalDateTime> Repeated(int year, CalendarEffort effort)
        {
            if (Rule is null)
            {
                return [];
            }

            var (until, isUtc) = CalendarValues.Until(Rule.Until);
            var from = Math.Max(Math.Min(year, until?.Year ?? year) - 2, Begin.Year);
            var times = Rule.Times(Begin, new LocalDate(from, 1, 1), effort).TakeWhile(time => time.Year <= year + 1 && (until is null || (isUtc ? time.PlusSeconds(-From.Seconds) : time) <= until));
            return Rule.Count is { } count ? times.Take(count) : times;
        }
    }
}

/// <summary>Values of a calendar's properties.</summary>
internal static class CalendarValues
{
    private static readonly NodaTime.Text.LocalDatePattern Date = NodaTime.Text.LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>A day; null for anything else.</summary>
    public static LocalDate? Day(string value) => value.Length == 8 && Date.Parse(value) is { Success: true, Value: var day } && day.Year >= 1 ? day : null;

    /// <summary>A time of no zone; null for anything else. A second that leaps is the one before.</summary>
    public static LocalDateTime? Local(string value)
    {
        if (value.Length != 15 || value[8] is not ('T' or 't') || Day(value[..8]) is not { } day || !value.AsSpan(9).ToString().All(char.IsAsciiDigit))
        {
            return null;
        }

        var (hour, minute, second) = (Two(value, 9), Two(value, 11), Two(value, 13));
        return hour > 23 || minute > 59 || second > 60 ? null : day + new LocalTime(hour, minute, Math.Min(second, 59));
    }

    /// <summary>The end of a rule: a time, the last second of a day, or none; and whether it is in UTC.</summary>
    public static (LocalDateTime? Time, bool IsUtc) Until(string value)
    {
        var isUtc = value.EndsWith('Z') || value.EndsWith('z');
        return (Local(isUtc ? value[..^1] : value) ?? (Day(value) is { } day ? day.At(new LocalTime(23, 59, 59)) : null), isUtc);
    }

    private static int Two(string value, int at) => ((value[at] - '0') * 10) + value[at + 1] - '0';
}
