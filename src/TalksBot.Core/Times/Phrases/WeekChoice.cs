using System.Globalization;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Which date a weekday means, alone or with the week it is in.</summary>
internal sealed class WeekChoice(PhraseParts parts, DayMoment moment)
{
    /// <summary>The date of a weekday.</summary>
    public Choice<LocalDate> On(IsoDayOfWeek weekday)
    {
        if (parts.CalendarWeek is { } week)
        {
            return InWeek(week, weekday);
        }

        if (parts.LastWeekday)
        {
            return Noted(moment.Today.Previous(weekday));
        }

        if (parts.NextWeekday)
        {
            var first = moment.FirstDay.Next(weekday);
            return new([first, first.PlusWeeks(1)], $"\"next {weekday}\" could be {Words(first)} or {Words(first.PlusWeeks(1))}.");
        }

        var coming = moment.Choose([.. Enumerable.Range(-7, 16).Select(moment.FirstDay.PlusDays).Where(date => date.DayOfWeek == weekday)]);
        return parts.WeeksAfter == 0 ? Noted(coming) : After(coming, weekday);
    }

    /// <summary>A week without a weekday: its working days.</summary>
    public Choice<LocalDate> AnyDayOf(int week)
    {
        var monday = Monday(week);
        if (moment.Context.Tense == TimeTense.Past)
        {
            return Noted(monday);
        }

        return new([.. Enumerable.Range(0, 5).Select(monday.PlusDays)], "That week has several days; name the one that is meant.");
    }

    // On a Wednesday "a week from Wednesday" may count from today or from the next one.
    private Choice<LocalDate> After(LocalDate coming, IsoDayOfWeek weekday)
    {
        var date = coming.PlusWeeks(parts.WeeksAfter);
        if (moment.Today.DayOfWeek != weekday)
        {
            return Noted(date);
        }

        var counted = moment.Today.PlusWeeks(parts.WeeksAfter);
        return new([counted, counted.PlusWeeks(1)], $"That could be {Words(counted)} or {Words(counted.PlusWeeks(1))}, as today is a {weekday}.");
    }

    // Weeks begin on Monday, or on Sunday to many; where that matters it is asked.
    private Choice<LocalDate> InWeek(int week, IsoDayOfWeek weekday)
    {
        var date = Monday(week).PlusDays((int)weekday - 1);
        var other = weekday == IsoDayOfWeek.Sunday ? date.PlusWeeks(-1) : date.PlusWeeks(moment.Today.DayOfWeek == IsoDayOfWeek.Sunday ? 1 : 0);
        return date == other || (weekday == IsoDayOfWeek.Sunday && moment.Today.DayOfWeek == IsoDayOfWeek.Sunday)
            ? Noted(date)
            : new([date, other], $"That could be {Words(date)} or {Words(other)}, as some weeks begin on Monday and some on Sunday.");
    }

    private LocalDate Monday(int week) => moment.Today.PlusDays(1 - (int)moment.Today.DayOfWeek).PlusWeeks(week);

    private static Choice<LocalDate> Noted(LocalDate date) => new([date], Note: $"read as {TimeWording.Date(date)}");

    private static string Words(LocalDate date) => date.ToString("d MMM", CultureInfo.InvariantCulture);
}
