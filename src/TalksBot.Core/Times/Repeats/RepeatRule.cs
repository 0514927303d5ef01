using System.Globalization;

namespace TalksBot.Core.Times.Repeats;

/// <summary>On which days something happens again. Pure; it holds no hour, which is that of the first occurrence on its own clock.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Every">Each so many units, from 1.</param>
public sealed record RepeatRule(RepeatUnit Unit, int Every)
{
    /// <summary>The most units between two occurrences.</summary>
    public const int MostEvery = 99;

    /// <summary>The most occurrences that can be counted.</summary>
    public const int MostCount = 999;

    /// <summary>A rule that has no day within so many years never has one.</summary>
    private const int Horizon = 40;

    private const int MonthsInYear = 12;

    /// <summary>Of weeks: the weekdays, rising. Of months with an <see cref="Ordinal"/>: the one weekday.</summary>
    public IReadOnlyList<IsoDayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Of months: which of those weekdays in the month, from 1, or -1 for the last; 0 where a day of the month is meant.</summary>
    public int Ordinal { get; init; }

    /// <summary>Of months and years: the day of the month, from 1, or -1 for the last; months without it are skipped.</summary>
    public int Day { get; init; }

    /// <summary>Of years: the month.</summary>
    public int Month { get; init; }

    /// <summary>After so many occurrences, the first included, it is over; null for never.</summary>
    public int? Count { get; init; }

    /// <summary>The last day on which it may happen; null for none.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Its days from one on, in order: that day itself where it is one of them. Empty where there is none.</summary>
    public IEnumerable<LocalDate> From(LocalDate first)
    {
        var end = first.PlusYears(Horizon);
        var days = Steps(first, end).SelectMany(step => step).Where(day => day >= first).TakeWhile(day => day <= end && !(day > Until));
        return Count is { } count ? days.Take(count) : days;
    }

    /// <summary>The same in terms of iCalendar (RFC 5545), which <see cref="RepeatText.TryRead"/> reads back.</summary>
    public override string ToString() => RepeatText.Write(this);

    /// <summary>Equal where it means the same.</summary>
    public bool Equals(RepeatRule? other) => other is not null && ToString() == other.ToString();

    /// <summary>Agrees with <see cref="Equals(RepeatRule?)"/>.</summary>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private IEnumerable<IEnumerable<LocalDate>> Steps(LocalDate first, LocalDate end)
    {
        var begin = Unit switch
        {
            RepeatUnit.Week => first.PlusDays(1 - (int)first.DayOfWeek),
            RepeatUnit.Month => new LocalDate(first.Year, first.Month, 1),
            RepeatUnit.Year => new LocalDate(first.Year, Month, 1),
            _ => first,
        };
        for (var step = begin; step <= end; step = After(step))
        {
            yield return Unit switch
            {
                RepeatUnit.Day => [step],
                RepeatUnit.Week => Weekdays.Select(day => step.PlusDays((int)day - 1)),
                _ => InMonth(step),
            };
        }
    }

    private LocalDate After(LocalDate step) => Unit switch
    {
        RepeatUnit.Day => step.PlusDays(Every),
        RepeatUnit.Week => step.PlusWeeks(Every),
        RepeatUnit.Month => step.PlusMonths(Every),
        RepeatUnit.Year => step.PlusMonths(Every * MonthsInYear),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private IEnumerable<LocalDate> InMonth(LocalDate month)
    {
        var length = CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month);
        if (Ordinal == 0)
        {
            var day = Day < 0 ? length : Day;
            return day <= length ? [month.PlusDays(day - 1)] : [];
        }

        var all = Enumerable.Range(1, length).Where(day => month.PlusDays(day - 1).DayOfWeek == Weekdays[0]).ToList();
        var place = Ordinal < 0 ? all.Count : Ordinal;
        return place <= all.Count ? [month.PlusDays(all[place - 1] - 1)] : [];
    }
}

/// <summary>What a rule counts.</summary>
public enum RepeatUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks, which begin on Monday.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Years.</summary>
    Year,
}

/// <summary>Rules as iCalendar writes them (RFC 5545, section 3.3.10): those parts of it that fall once a day at most.</summary>
public static class RepeatText
{
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private static readonly string[] Units = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

    /// <summary>The rule, such as <c>FREQ=WEEKLY;BYDAY=TU;COUNT=10</c>.</summary>
    public static string Write(RepeatRule rule) => string.Join(';', Parts(rule));

    /// <summary>Reads it; a rule with other parts, or with parts that do not go together, is none.</summary>
    public static bool TryRead(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RepeatRule? rule)
    {
        rule = null;
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Trim().ToUpperInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('=') is not [var name, { Length: > 0 } value] || !parts.TryAdd(name, value))
            {
                return false;
            }
        }

        if (!parts.Remove("FREQ", out var unit) || Array.IndexOf(Units, unit) is not (>= 0 and var place) || !TryTake(parts, "INTERVAL", 1, RepeatRule.MostEvery, 1, out var every))
        {
            return false;
        }

        parts.Remove("WKST");
        return TryEnd(parts, new RepeatRule((RepeatUnit)place, every), out var ended) && TryDays(parts, ended, out rule) && parts.Count == 0;
    }

    private static IEnumerable<string> Parts(RepeatRule rule)
    {
        yield return $"FREQ={Units[(int)rule.Unit]}";
        if (rule.Every > 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"INTERVAL={rule.Every}");
        }

        if (rule.Weekdays.Count > 0)
        {
            var ordinal = rule.Ordinal == 0 ? "" : rule.Ordinal.ToString(CultureInfo.InvariantCulture);
            yield return $"BYDAY={string.Join(',', rule.Weekdays.Select(day => ordinal + Weekdays[(int)day - 1]))}";
        }

        if (rule.Month != 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"BYMONTH={rule.Month}");
        }

        if (rule.Day != 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"BYMONTHDAY={rule.Day}");
        }

        if (rule.Count is { } count)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"COUNT={count}");
        }

        if (rule.Until is { } until)
        {
            yield return $"UNTIL={until.ToString("uuuuMMdd", CultureInfo.InvariantCulture)}";
        }
    }

    private static bool TryEnd(Dictionary<string, string> parts, RepeatRule rule, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RepeatRule? ended)
    {
        ended = null;
        if (!TryTake(parts, "COUNT", 1, RepeatRule.MostCount, 0, out var count))
        {
            return false;
        }

        LocalDate? until = null;
        if (parts.Remove("UNTIL", out var last))
        {
            var read = NodaTime.Text.LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(last.Split('T')[0]);
            if (!read.Success || count > 0)
            {
                return false;
            }

            until = read.Value;
        }

        ended = rule with { Count = count == 0 ? null : count, Until = until };
        return true;
    }

    private static bool TryDays(Dictionary<string, string> parts, RepeatRule rule, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RepeatRule? read)
    {
        read = null;
        if (!TryTake(parts, "BYMONTHDAY", -1, 31, 0, out var day) || !TryTake(parts, "BYMONTH", 1, 12, 0, out var month) || !TryWeekdays(parts, out var weekdays, out var ordinal))
        {
            return false;
        }

        read = rule with { Weekdays = weekdays, Ordinal = ordinal, Day = day, Month = month };
        return rule.Unit switch
        {
            RepeatUnit.Day => weekdays.Count == 0 && day == 0 && month == 0,
            RepeatUnit.Week => day == 0 && month == 0 && ordinal == 0,
            RepeatUnit.Month => month == 0 && (weekdays.Count == 0 ? ordinal == 0 : weekdays.Count == 1 && ordinal != 0 && day == 0),
            _ => weekdays.Count == 0 && day == 0 == (month == 0),
        };
    }

    private static bool TryWeekdays(Dictionary<string, string> parts, out IReadOnlyList<IsoDayOfWeek> weekdays, out int ordinal)
    {
        (weekdays, ordinal) = ([], 0);
        if (!parts.Remove("BYDAY", out var days))
        {
            return true;
        }

        var read = new SortedSet<IsoDayOfWeek>();
        foreach (var day in days.Split(','))
        {
            if (day.Length < 2 || Array.IndexOf(Weekdays, day[^2..]) is not (>= 0 and var place))
            {
                return false;
            }

            read.Add((IsoDayOfWeek)(place + 1));
            if (day.Length > 2 && (!int.TryParse(day[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out ordinal) || ordinal is 0 or < -1 or > 5))
            {
                return false;
            }
        }

        weekdays = [.. read];
        return true;
    }

    private static bool TryTake(Dictionary<string, string> parts, string name, int least, int most, int otherwise, out int number)
    {
        number = otherwise;
        return !parts.Remove(name, out var text)
            || (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number >= least && number <= most && number != 0);
    }
}
