using System.Globalization;
using NodaTime.Calendars;

namespace TalksBot.Core.Calendars.Reading;

/// <summary>How something in a calendar repeats (RFC 5545 §3.3.10): daily or more seldom, at one hour of the wall clock.</summary>
/// <remarks>
/// A library does this too, and takes a rule that never matches, or matches each second, for as long as it takes. Here every step is counted.
/// </remarks>
internal sealed class CalendarRule
{
    /// <summary>So many periods may go by without a single day: a rule of 29 February needs eight years of days.</summary>
    private const int MostEmpty = 4_000;

    /// <summary>What repeats oftener on one day is no meeting.</summary>
    private const int MostHours = 24;

    /// <summary>A time that is found costs whoever asks as much as so many days that are looked at.</summary>
    public const int CostOfTime = 10;

    /// <summary>Nothing is planned further ahead.</summary>
    private const int LastYear = 2_300;

    private readonly string _frequency;
    private readonly int _interval;
    private readonly int[] _months;
    private readonly int[] _monthDays;
    private readonly int[] _yearDays;
    private readonly int[] _weeks;
    private readonly int[] _hours;
    private readonly int[] _minutes;
    private readonly int[] _seconds;
    private readonly int[] _places;
    private readonly (int Nth, IsoDayOfWeek Day)[] _days;
    private readonly IWeekYearRule _weekYears;
    private readonly IsoDayOfWeek _firstDay;

    private CalendarRule(RuleParts parts)
    {
        _frequency = parts["FREQ"];
        _interval = parts.Number("INTERVAL") ?? 1;
        Count = parts.Number("COUNT");
        Until = parts["UNTIL"];
        _months = parts.Numbers("BYMONTH", 1, 12);
        _monthDays = parts.Numbers("BYMONTHDAY", -31, 31);
        _yearDays = parts.Numbers("BYYEARDAY", -366, 366);
        _weeks = parts.Numbers("BYWEEKNO", -53, 53);
        _hours = parts.Numbers("BYHOUR", 0, 23);
        _minutes = parts.Numbers("BYMINUTE", 0, 59);
        _seconds = parts.Numbers("BYSECOND", 0, 59);
        _places = parts.Numbers("BYSETPOS", -366, 366);
        _days = parts.Days("BYDAY");
        _firstDay = parts.Days("WKST") is [{ Day: not IsoDayOfWeek.None } first] ? first.Day : IsoDayOfWeek.Monday;
        _weekYears = WeekYearRules.ForMinDaysInFirstWeek(4, _firstDay);
    }

    /// <summary>How many there are; null where that is not said.</summary>
    public int? Count { get; }

    /// <summary>Up to when, as it is written; empty where that is not said.</summary>
    public string Until { get; }

    /// <summary>Reads one; null for one that cannot be followed to the letter.</summary>
    public static CalendarRule? Read(string value)
    {
        var parts = new RuleParts(value);
        var rule = new CalendarRule(parts);
        return parts.IsUnderstood && rule.IsPossible ? rule : null;
    }

    /// <summary>Its times from its beginning on, in order, without regard to where it ends; whoever asks must stop.</summary>
    /// <param name="begin">Its beginning.</param>
    /// <param name="from">Days before are passed over where nothing counts them.</param>
    /// <param name="effort">What looking takes is taken from it; it ends with it.</param>
    public IEnumerable<LocalDateTime> Times(LocalDateTime begin, LocalDate from, CalendarEffort effort)
    {
        var own = Filled(begin.Date);
        var hours = Hours(begin.TimeOfDay);
        var empty = 0;
        for (var period = Count is null && from > begin.Date ? Skipped(begin.Date, from) : 0; empty < MostEmpty; period++)
        {
            var (first, length) = own.First(begin.Date, (long)period * _interval);
            if (first is not { } day || !effort.Take(length))
            {
                yield break;
            }

            var days = own.Placed(own.Matching(day, length));
            empty = days.Count == 0 ? empty + 1 : 0;
            foreach (var time in days.SelectMany(_ => hours, (date, hour) => date + hour).Where(time => time >= begin))
            {
                if (!effort.Take(CostOfTime))
                {
                    yield break;
                }

                yield return time;
            }
        }
    }

    private List<LocalTime> Hours(LocalTime begin) =>
    [
        .. from hour in Or(_hours, begin.Hour)
           from minute in Or(_minutes, begin.Minute)
           from second in Or(_seconds, begin.Second)
           orderby hour, minute, second
           select new LocalTime(hour, minute, second),
    ];

    private static int[] Or(int[] said, int otherwise) => said.Length == 0 ? [otherwise] : [.. said.Distinct()];

    private bool IsPossible => _interval is >= 1 and <= 1_000 && Count is null or >= 1
        && (_frequency is "YEARLY" || (_weeks.Length == 0 && _yearDays.Length == 0))
        && (_frequency is not "WEEKLY" || _monthDays.Length == 0)
        && (_weeks.Length == 0 || _interval == 1)
        && Math.Max(1, _hours.Length) * Math.Max(1, _minutes.Length) * Math.Max(1, _seconds.Length) <= (_places.Length > 0 ? 1 : MostHours)
        && _days.All(day => day.Nth == 0 || (_frequency is "YEARLY" or "MONTHLY" && _weeks.Length == 0));

    /// <summary>Where the rule says nothing of it, the day is that of the beginning.</summary>
    private CalendarRule Filled(LocalDate begin)
    {
        var saysDay = _days.Length > 0 || _monthDays.Length > 0 || _yearDays.Length > 0;
        return saysDay || _frequency is "DAILY" ? this : _frequency switch
        {
            "WEEKLY" => With(days: [(0, begin.DayOfWeek)]),
            "YEARLY" when _weeks.Length > 0 => With(days: [(0, begin.DayOfWeek)]),
            "YEARLY" => With(monthDays: [begin.Day], months: _months.Length > 0 ? null : [begin.Month]),
            _ => With(monthDays: [begin.Day]),
        };
    }

    private CalendarRule With((int, IsoDayOfWeek)[]? days = null, int[]? monthDays = null, int[]? months = null) => new(this, days ?? _days, monthDays ?? _monthDays, months ?? _months);

    private CalendarRule(CalendarRule other, (int, IsoDayOfWeek)[] days, int[] monthDays, int[] months)
    {
        (_frequency, _interval, Count, Until, _yearDays, _weeks, _places) = (other._frequency, other._interval, other.Count, other.Until, other._yearDays, other._weeks, other._places);
        (_firstDay, _weekYears, _hours, _minutes, _seconds) = (other._firstDay, other._weekYears, other._hours, other._minutes, other._seconds);
        (_days, _monthDays, _months) = (days, monthDays, months);
    }

    /// <summary>How many periods lie before a day for certain.</summary>
    private int Skipped(LocalDate begin, LocalDate from)
    {
        var days = Period.DaysBetween(begin, from);
        var length = _frequency switch { "YEARLY" => 366, "MONTHLY" => 31, "WEEKLY" => 7, _ => 1 };
        return Math.Max(0, (days / length / _interval) - 1);
    }

    /// <summary>The first day of one of its periods, and how many it has; null where there is no such period.</summary>
    private (LocalDate? Day, int Length) First(LocalDate begin, long step)
    {
        switch (_frequency)
        {
            case "YEARLY" when begin.Year + step is var year && year < LastYear:
                return _weeks.Length == 0
                    ? (new LocalDate((int)year, 1, 1), CalendarSystem.Iso.GetDaysInYear((int)year))
                    : (_weekYears.GetLocalDate((int)year, 1, _firstDay), _weekYears.GetWeeksInWeekYear((int)year) * 7);
            case "MONTHLY" when (begin.Year * 12L) + begin.Month - 1 + step is var month && month / 12 < LastYear:
                return (new LocalDate((int)(month / 12), (int)(month % 12) + 1, 1), CalendarSystem.Iso.GetDaysInMonth((int)(month / 12), (int)(month % 12) + 1));
            case "WEEKLY" when begin.Year + (step / 52) < LastYear:
                return (begin.PlusDays(-(((int)begin.DayOfWeek - (int)_firstDay + 7) % 7)).PlusWeeks((int)step), 7);
            case "DAILY" when begin.Year + (step / 365) < LastYear:
                return (begin.PlusDays((int)step), 1);
            default:
                return (null, 0);
        }
    }

    private List<LocalDate> Matching(LocalDate first, int length)
    {
        var days = new List<LocalDate>();
        for (var (at, day) = (0, first); at < length; at++, day = day.PlusDays(1))
        {
            if ((_months.Length == 0 || _months.Contains(day.Month)) && Matches(day))
            {
                days.Add(day);
            }
        }

        return days;
    }

    private bool Matches(LocalDate day)
    {
        if (_days.Length > 0 && !Array.Exists(_days, wanted => wanted.Day == day.DayOfWeek))
        {
            return false;
        }

        var (inMonth, inYear) = (CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month), CalendarSystem.Iso.GetDaysInYear(day.Year));
        return (_monthDays.Length == 0 || _monthDays.Contains(day.Day) || _monthDays.Contains(day.Day - inMonth - 1))
            && (_yearDays.Length == 0 || _yearDays.Contains(day.DayOfYear) || _yearDays.Contains(day.DayOfYear - inYear - 1))
            && (_weeks.Length == 0 || IsInWeek(day))
            && (_days.Length == 0 || Array.Exists(_days, wanted => wanted.Day == day.DayOfWeek && (wanted.Nth == 0 || IsNth(wanted.Nth, day, inMonth, inYear))));
    }

    private bool IsInWeek(LocalDate day)
    {
        var week = _weekYears.GetWeekOfWeekYear(day);
        return _weeks.Contains(week) || _weeks.Contains(week - _weekYears.GetWeeksInWeekYear(_weekYears.GetWeekYear(day)) - 1);
    }

    /// <summary>Within the month, or within the year where a yearly rule names no month.</summary>
    private bool IsNth(int nth, LocalDate day, int inMonth, int inYear)
    {
        var (place, length) = _frequency is "MONTHLY" || _months.Length > 0 ? (day.Day, inMonth) : (day.DayOfYear, inYear);
        return nth > 0 ? ((place - 1) / 7) + 1 == nth : ((length - place) / 7) + 1 == -nth;
    }

    private List<LocalDate> Placed(List<LocalDate> days) => _places.Length == 0
        ? days
        : [.. _places.Select(place => place > 0 ? place - 1 : days.Count + place).Where(at => at >= 0 && at < days.Count).Distinct().Order().Select(at => days[at])];

    /// <summary>The parts of a rule as they are written.</summary>
    private sealed class RuleParts
    {
        private static readonly string[] Known = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYHOUR", "BYMINUTE", "BYSECOND", "BYDAY", "WKST"];

        private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

        public RuleParts(string value)
        {
            foreach (var part in value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var sides = part.ToUpperInvariant().Split('=', 2, StringSplitOptions.TrimEntries);
                IsUnderstood &= sides.Length == 2 && (Known.Contains(sides[0]) || sides[0].StartsWith("X-", StringComparison.Ordinal)) && _parts.TryAdd(sides[0], sides[1]);
            }

            IsUnderstood &= this["FREQ"] is "DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY";
        }

        /// <summary>False once something in it could not be followed.</summary>
        public bool IsUnderstood { get; private set; } = true;

        public string this[string part] => _parts.GetValueOrDefault(part, "");

        public int? Number(string part)
        {
            if (!_parts.TryGetValue(part, out var text))
            {
                return null;
            }

            IsUnderstood &= int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            return number;
        }

        public int[] Numbers(string part, int least, int most) => [.. Each(part).Select(text =>
        {
            IsUnderstood &= int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && (number != 0 || least == 0) && number >= least && number <= most;
            return number;
        })];

        public (int Nth, IsoDayOfWeek Day)[] Days(string part) => [.. Each(part).Select(text =>
        {
            var day = Array.IndexOf(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], text.Length < 2 ? "" : text[^2..]) + 1;
            var nth = 0;
            IsUnderstood &= day > 0 && (text.Length == 2 || int.TryParse(text[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out nth)) && nth is >= -53 and <= 53;
            return (nth, (IsoDayOfWeek)day);
        })];

        private string[] Each(string part) => _parts.TryGetValue(part, out var text) ? text.Split(',', StringSplitOptions.TrimEntries) : [];
    }
}

/// <summary>How much more may be done for a calendar: whatever its rules are, it is read within a second.</summary>
/// <param name="left">How many days may be looked at.</param>
internal sealed class CalendarEffort(int left)
{
    private int _left = left;

    /// <summary>Takes some of it; false once there is none left.</summary>
    public bool Take(int some) => (_left -= some) >= 0;

    /// <summary>True once there is none left.</summary>
    public bool IsSpent => _left < 0;
}
