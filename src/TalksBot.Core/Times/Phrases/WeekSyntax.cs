namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads days told by weeks: "next week", "Friday week", "a week on Tuesday", and "the day after tomorrow".</summary>
internal static class WeekSyntax
{
    public static bool TryRead(TokenCursor cursor, PhraseParts parts) =>
        DayBeside(cursor, parts) || LastNight(cursor, parts) || NamedWeek(cursor, parts) || WeekAfter(cursor, parts) || WeeksTo(cursor, parts);

    private static bool DayBeside(TokenCursor cursor, PhraseParts parts)
    {
        var after = cursor.StartsWith("day after tomorrow");
        var word = cursor.Current.Is("overmorrow");
        if (parts.DayShift is not null || !(after || word || cursor.StartsWith("day before yesterday")))
        {
            return false;
        }

        (parts.DayShift, parts.DayWord) = (after || word ? 2 : -2, cursor.Slice(word ? 0 : 2));
        cursor.Skip(word ? 1 : 3);
        return true;
    }

    private static bool LastNight(TokenCursor cursor, PhraseParts parts)
    {
        if (parts.DayShift is not null || parts.DayPart is not null || !(cursor.StartsWith("last night") || cursor.StartsWith("last evening")))
        {
            return false;
        }

        (parts.DayShift, parts.DayWord) = (-1, cursor.Slice(1));
        (parts.DayPart, parts.DayPartWord) = (DayPart.Night, cursor.Ahead(1).Text);
        cursor.Skip(2);
        return true;
    }

    private static bool NamedWeek(TokenCursor cursor, PhraseParts parts)
    {
        var after = cursor.StartsWith("week after next");
        var which = cursor.Current.Text switch { "this" => 0, "next" => 1, "coming" => 1, "last" => -1, _ => (int?)null };
        if (parts.CalendarWeek is not null || !(after || (which is not null && cursor.Ahead(1).Is("week"))))
        {
            return false;
        }

        parts.CalendarWeek = after ? 2 : which;
        cursor.Skip(after ? 3 : 2);
        return true;
    }

    // Friday week, tomorrow fortnight
    private static bool WeekAfter(TokenCursor cursor, PhraseParts parts)
    {
        var named = Vocabulary.Weekday(cursor.Ahead(-1)) is not null || Vocabulary.DayShift(cursor.Ahead(-1)) is not null;
        if (!named || parts.WeeksAfter > 0 || !cursor.Current.IsAny("week fortnight"))
        {
            return false;
        }

        parts.WeeksAfter = cursor.Current.Is("week") ? 1 : 2;
        cursor.Skip(1);
        return true;
    }

    // a week on Tuesday, two weeks from Friday, a week tomorrow
    private static bool WeeksTo(TokenCursor cursor, PhraseParts parts)
    {
        if (parts.WeeksAfter > 0 || parts.Amount is not null || SpanSyntax.Measure(cursor, 0) is not { Months: 0, WholeDays: true } measured)
        {
            return false;
        }

        var next = measured.Next + (cursor.Ahead(measured.Next).IsAny("on from after this coming") ? 1 : 0);
        next += next > measured.Next && cursor.Ahead(next).IsAny("this coming") ? 1 : 0;
        var weeks = (int)measured.Span.TotalDays / 7;
        var whole = weeks is > 0 and <= 52 && measured.Span == Duration.FromDays(weeks * 7) && cursor.Ahead(measured.Next - 1).IsAny("week weeks fortnight fortnights");
        if (!whole || (Vocabulary.Weekday(cursor.Ahead(next)) is null && Vocabulary.DayShift(cursor.Ahead(next)) is null))
        {
            return false;
        }

        parts.WeeksAfter = weeks;
        cursor.Skip(next);
        return true;
    }
}
