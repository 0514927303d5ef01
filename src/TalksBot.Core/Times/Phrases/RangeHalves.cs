namespace TalksBot.Core.Times.Phrases;

/// <summary>Gives each half of a range what only the other one says: its date, its zone, and its half of the day.</summary>
internal static class RangeHalves
{
    /// <summary>The range with both halves whole.</summary>
    public static PhraseRange Together(PhraseRange range)
    {
        var (start, end) = (range.Start, range.End);
        ShareZone(start, end);
        ShareZone(end, start);
        ShareDate(start, end);
        ShareHalf(start, end);
        return range;
    }

    private static void ShareZone(PhraseParts from, PhraseParts to)
    {
        if (to.Zone is null && to.Offset is null)
        {
            (to.Zone, to.Offset) = (from.Zone, from.Offset);
        }
    }

    // "14:00-16:00 29 Nov": the date at the end is the start's.
    private static void ShareDate(PhraseParts start, PhraseParts end)
    {
        if (start.HasDate || start.CalendarWeek is not null || !(end.HasDate || end.CalendarWeek is not null))
        {
            return;
        }

        (start.Year, start.Month, start.Day, start.Slashed, start.ShortYear) = (end.Year, end.Month, end.Day, end.Slashed, end.ShortYear);
        (start.IsoDate, start.DayShift, start.DayWord, start.CalendarWeek) = (end.IsoDate, end.DayShift, end.DayWord, end.CalendarWeek);
        (start.Weekday, start.NextWeekday, start.WeeksAfter, start.DayIsOrdinal) = (end.Weekday, end.NextWeekday, end.WeeksAfter, end.DayIsOrdinal);
        start.DayPart ??= end.DayPart;
        start.DayPartWord = end.DayPartWord;
        (end.Year, end.Month, end.Day, end.Slashed, end.ShortYear) = (null, null, null, null, null);
        (end.DayShift, end.CalendarWeek, end.Weekday, end.WeeksAfter) = (null, null, null, 0);
        (end.NextWeekday, end.DayIsOrdinal) = (false, false);
    }

    // "2-4pm" begins in the afternoon and "11-1pm" in the morning: in whichever half is nearer to the end.
    private static void ShareHalf(PhraseParts start, PhraseParts end)
    {
        var (first, last) = (start.Clock!, end.Clock!);
        var open = first is { Meridiem: null, IsMidnight: false, IsMilitary: false, Hour: > 0 and <= 12, HourText: not ['0', ..] } && start.DayPart is null;
        if (!open)
        {
            return;
        }

        if (last.Meridiem is { } half && last.Hour is > 0 and <= 12 && !last.IsMidnight)
        {
            var until = ((last.Hour % 12) * 60) + last.Minute + (half == Meridiem.Pm ? 720 : 0);
            var morning = ((first.Hour % 12) * 60) + first.Minute;
            var (sinceMorning, sinceAfternoon) = ((until - morning + 1440) % 1440, (until - morning - 720 + 2880) % 1440);
            start.Clock = first with { Meridiem = (sinceMorning == 0 ? 1440 : sinceMorning) < (sinceAfternoon == 0 ? 1440 : sinceAfternoon) ? Meridiem.Am : Meridiem.Pm };
        }
        else if (last.Hour > 12 && first.HourText.Length == 2 && first.HasMinutes)
        {
            // 10:00-14:00 is written on 24 hours.
            start.Clock = first with { IsMilitary = true };
        }
    }
}
