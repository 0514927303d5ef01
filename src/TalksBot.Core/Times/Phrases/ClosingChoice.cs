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

/// <summary>Something whose end people name without an hour.</summary>
internal enum Closing
{
    /// <summary>"EOD", "COB", "end of the day".</summary>
    Day,

    /// <summary>"end of the week".</summary>
    Week,

    /// <summary>"end of June", "end of the month".</summary>
    Month,

    /// <summary>"end of the year".</summary>
    Year,
}

/// <summary>Reads "EOD", "close of business", "end of the month", which name a day and no hour.</summary>
internal static class ClosingSyntax
{
    public static bool TryRead(TokenCursor cursor, PhraseParts parts)
    {
        if (parts.EndOf is not null || (Letters(cursor) ?? Words(cursor)) is not var (closing, length))
        {
            return false;
        }

        parts.EndOf = closing;
        cursor.Skip(length);
        return true;
    }

    private static (Closing, int)? Letters(TokenCursor cursor) => cursor.Current.Text switch
    {
        "eod" or "eob" or "cob" or "cop" or "eop" or "eobd" => (Closing.Day, 1),
        "eow" => (Closing.Week, 1),
        "eom" => (Closing.Month, 1),
        "eoy" => (Closing.Year, 1),
        _ => null,
    };

    private static (Closing, int)? Words(TokenCursor cursor)
    {
        var monthEnd = cursor.Current.IsAny("month week year") && cursor.Ahead(1).Is("end");
        if (monthEnd)
        {
            return (Of(cursor.Current)!.Value, 2);
        }

        if (!cursor.Current.IsAny("end close"))
        {
            return null;
        }

        var at = cursor.Ahead(1).Is("of") ? 2 : 1;
        at += cursor.Ahead(at).IsAny("the this") ? 1 : 0;
        at += cursor.Ahead(at).IsAny("business working trading") && Of(cursor.Ahead(at + 1)) is not null ? 1 : 0;
        if (Of(cursor.Ahead(at)) is { } closing)
        {
            return (closing, at + 1);
        }

        return Vocabulary.Month(cursor.Ahead(at)) is not null ? (Closing.Month, at) : null;
    }

    private static Closing? Of(Token token) => token.Text switch
    {
        "day" or "business" or "play" or "trading" or "trade" => Closing.Day,
        "week" => Closing.Week,
        "month" => Closing.Month,
        "year" => Closing.Year,
        _ => null,
    };
}
