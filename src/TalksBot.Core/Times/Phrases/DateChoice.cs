using System.Globalization;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Which date a phrase means, for one zone and time of day.</summary>
internal sealed class DateChoice(PhraseParts parts, DayMoment moment)
{
    public const int FirstYear = 1900;
    public const int LastYear = 2200;

    private readonly WeekChoice _weeks = new(parts, moment);

    public Choice<LocalDate> Answer() => parts switch
    {
        { EndOf: Closing.Week or Closing.Month or Closing.Year } => ClosingChoice.Of(parts, moment),
        { DayShift: { } shift } when !parts.HasWrittenDate => WithWeekday(Shifted(shift + (7 * parts.WeeksAfter))),
        { Year: not null, Month: null, Slashed: null } or { Month: not null, Day: null } => new([], "That date is not whole; write it like 28 Jun 1995."),
        { Year: < FirstYear or > LastYear } => new([], $"Only the years {FirstYear} to {LastYear} can be used."),
        { Slashed: { } pair } => WithDayWord(WithWeekday(Slashed(pair.First, pair.Second))),
        { Month: { } month, Day: { } day } => WithDayWord(WithWeekday(Dated(month, day))),
        { Day: { } day } => DayOnly(day),
        { Weekday: { } weekday } => _weeks.On(weekday),
        { CalendarWeek: { } week } => _weeks.AnyDayOf(week),
        _ when Standing.Date(moment.Context, moment.Zone.Zone) is { } standing => new([standing], Note: $"on {TimeWording.Date(standing)} as before"),
        { Clock.IsMidnight: true } => new([.. Around(Midnights, Midnights + 1)]),
        _ => Noted(moment.Choose([.. Around(-2, 3)])),
    };

    // The midnights on either side of today, or the two to come.
    private int Midnights => moment.Context.Tense == TimeTense.Future ? 1 : 0;

    // "Tonight in EDT" said in Geneva after midnight: there it is still yesterday, and both days are meant by someone.
    private Choice<LocalDate> Shifted(int shift)
    {
        var here = moment.Context.Now.InZone(moment.Context.Zone).Date;
        if (here == moment.Today)
        {
            return new([here.PlusDays(shift)]);
        }

        var why = $"It is {Words(moment.Today)} in the zone you named and {Words(here)} here, so {Quotation.Of(parts.DayWord)} could be either day.";
        return new([moment.Today.PlusDays(shift), here.PlusDays(shift)], why);
    }

    private Choice<LocalDate> Slashed(int first, int second)
    {
        var readings = new[] { (Month: second, Day: first), (Month: first, Day: second) }
            .Distinct()
            .Where(reading => IsDate(reading.Month, reading.Day))
            .Select(reading => Dated(reading.Month, reading.Day).Options[0])
            .ToArray();
        var fitting = readings.Where(date => parts.Weekday is null || date.DayOfWeek == parts.Weekday).ToArray();
        return (fitting.Length == 1 ? fitting : readings) switch
        {
            [] => new([], "There is no such date, whichever number is the month."),
            [var only] => Far(only) ?? Noted(only),
            var both => new(both, $"That could be {Words(both[0])} or {Words(both[1])}."),
        };
    }

    // 26/6/30 is a date of 2030, or of 2026 to those who write the year first.
    private Choice<LocalDate>? Far(LocalDate date)
    {
        if (parts.ShortYear is null || Math.Abs(date.Year - moment.Today.Year) <= 2)
        {
            return null;
        }

        var (year, month, day) = (2000 + parts.Slashed!.Value.First, parts.Slashed.Value.Second, int.Parse(parts.ShortYear, CultureInfo.InvariantCulture));
        LocalDate[] other = IsDate(month, day, year) ? [new(year, month, day)] : [];
        return new([date, .. other], "A year in two digits could be either end of that date; write it like 28 Jun 1995.");
    }

    private Choice<LocalDate> Dated(int month, int day)
    {
        if (!IsDate(month, day))
        {
            return new([.. Neighbours(month, day)], "There is no such date in the calendar.");
        }

        if (parts.Year is { } year)
        {
            return new([new(year, month, day)]);
        }

        var date = Yearless(month, day);
        return date.Year == moment.Today.Year ? new([date]) : Noted(date);
    }

    // Just missed is not a year away: that one is kept, and then refused as past with next year's on offer.
    private LocalDate Yearless(int month, int day)
    {
        var dates = Years().Where(year => IsDate(month, day, year)).Select(year => new LocalDate(year, month, day)).ToArray();
        var missed = dates.Where(date => moment.On(date) <= moment.From).LastOrDefault(moment.FirstDay.PlusYears(-1));
        var justMissed = moment.From - moment.On(missed) <= Duration.FromDays(30);
        return justMissed && moment.LooksAhead ? missed : moment.Choose(dates);
    }

    private Choice<LocalDate> DayOnly(int day)
    {
        var months = Enumerable.Range(0, 12).Select(moment.FirstDay.PlusMonths).Where(date => day >= 1 && day <= Days(date.Month, date.Year));
        var dates = months.Select(date => new LocalDate(date.Year, date.Month, day)).Where(date => !moment.LooksAhead || moment.On(date) > moment.From).ToArray();
        var fitting = dates.Where(date => date.DayOfWeek == parts.Weekday).ToArray();
        return new([.. (fitting.Length > 0 ? fitting : dates).Take(2)], "That date has no month; write it like 28 Jun.");
    }

    private Choice<LocalDate> WithWeekday(Choice<LocalDate> choice)
    {
        if (parts.Weekday is not { } weekday || choice.Question is not null || choice.Options[0].DayOfWeek == weekday)
        {
            return choice;
        }

        var date = choice.Options[0];
        var years = parts.Year is null && parts.Month is not null ? new[] { -1, 1 }.Select(date.PlusYears) : [];
        LocalDate[] others = [date.Previous(weekday), date.Next(weekday), .. years.Where(other => other.DayOfWeek == weekday)];
        return new([date, .. others], $"{TimeWording.Date(date)} is not a {weekday}.");
    }

    private Choice<LocalDate> WithDayWord(Choice<LocalDate> choice)
    {
        if (parts.DayShift is not { } shift || choice.Question is not null)
        {
            return choice;
        }

        var meant = Shifted(shift).Options;
        return meant.Contains(choice.Options[0])
            ? choice
            : new([choice.Options[0], .. meant], $"{Words(choice.Options[0])} is not {Quotation.Of(parts.DayWord)}.");
    }

    private static Choice<LocalDate> Noted(LocalDate date) => new([date], Note: $"read as {TimeWording.Date(date)}");

    private IEnumerable<LocalDate> Around(int first, int count) => Enumerable.Range(first, count + 1 - first).Select(moment.FirstDay.PlusDays);

    private IEnumerable<LocalDate> Neighbours(int month, int day) =>
        month is >= 1 and <= 12 && day is >= 1 and <= 31
            ? [Last(month), Last(month).PlusDays(1)]
            : [];

    private LocalDate Last(int month)
    {
        var year = parts.Year ?? moment.Today.Year;
        return new(year, month, Days(month, year));
    }

    // Eight years hold a 29 February even across 1900 and 2100.
    private IEnumerable<int> Years() => parts.Year is { } year ? [year] : Enumerable.Range(moment.Today.Year - 8, 17);

    private bool IsDate(int month, int day) => Years().Any(year => IsDate(month, day, year));

    private static bool IsDate(int month, int day, int year) => month is >= 1 and <= 12 && day >= 1 && day <= Days(month, year);

    private static int Days(int month, int year) => CalendarSystem.Iso.GetDaysInMonth(year, month);

    private static string Words(LocalDate date) => date.ToString("d MMM", CultureInfo.InvariantCulture);
}
