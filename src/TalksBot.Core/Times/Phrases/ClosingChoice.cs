namespace TalksBot.Core.Times.Phrases;

/// <summary>Which day the end of a week, a month or a year may be.</summary>
internal static class ClosingChoice
{
    public static Choice<LocalDate> Of(PhraseParts parts, DayMoment moment)
    {
        var today = moment.FirstDay;
        return parts.EndOf switch
        {
            Closing.Week => Week(today.PlusWeeks(parts.CalendarWeek ?? 0)),
            Closing.Month => new([LastDay(Month(parts, today))]),
            Closing.Year => new([new LocalDate(parts.Year ?? today.Year, 12, 31)]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // A working week ends on Friday, a calendar's on Sunday.
    private static Choice<LocalDate> Week(LocalDate day)
    {
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return new([monday.PlusDays(4), monday.PlusDays(6)], "A week ends on Friday or on Sunday; name the day.");
    }

    private static LocalDate Month(PhraseParts parts, LocalDate today)
    {
        if (parts.Month is not { } month)
        {
            return today;
        }

        var year = parts.Year is >= DateChoice.FirstYear and <= DateChoice.LastYear ? parts.Year.Value : today.Year + (month < today.Month ? 1 : 0);
        return new(year, month, 1);
    }

    private static LocalDate LastDay(LocalDate date) => new(date.Year, date.Month, CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month));
}
