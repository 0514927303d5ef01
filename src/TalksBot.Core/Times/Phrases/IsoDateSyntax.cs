using NodaTime.Calendars;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads dates as computers write them: "1995-06-28", "1995/06/28", "19950628", "1995-W26-3", and the T before a time.</summary>
internal static class IsoDateSyntax
{
    public static bool TryRead(TokenCursor cursor, PhraseParts parts) =>
        !parts.HasNumericDate() && parts.Fours.Count < 2 && (Separated(cursor, parts) || Joined(cursor, parts) || Week(cursor, parts));

    private static bool Separated(TokenCursor cursor, PhraseParts parts)
    {
        var separator = cursor.Ahead(1);
        var separated = separator.Is('-') || separator.Is('/') || separator.Is('.');
        var shaped = cursor.Current is { Number: >= 0, Text.Length: 4 } && separated && cursor.Ahead(3).Is(separator.Text[0])
            && cursor.Ahead(2).IsShort && cursor.Ahead(4).IsShort;
        return shaped && Take(cursor, parts, (cursor.Current.Number, cursor.Ahead(2).Number, cursor.Ahead(4).Number), 5);
    }

    private static bool Joined(TokenCursor cursor, PhraseParts parts)
    {
        if (cursor.Current is not { Number: > 0, Text.Length: 8 })
        {
            return false;
        }

        var date = (cursor.Current.Number / 10_000, cursor.Current.Number / 100 % 100, cursor.Current.Number % 100);
        return date is { Item1: >= DateChoice.FirstYear and <= DateChoice.LastYear, Item2: >= 1 and <= 12, Item3: >= 1 and <= 31 } && Take(cursor, parts, date, 1);
    }

    private static bool Week(TokenCursor cursor, PhraseParts parts)
    {
        var hyphens = cursor.Ahead(1).Is('-') ? 1 : 0;
        var week = cursor.Ahead(2 + hyphens);
        var at = 3 + hyphens;
        at += cursor.Ahead(at).Is('-') ? 1 : 0;
        var (year, day) = (cursor.Current, cursor.Ahead(at));
        var shaped = year is { Number: >= DateChoice.FirstYear and <= DateChoice.LastYear, Text.Length: 4 } && cursor.Ahead(1 + hyphens).Is("w")
            && week is { Number: >= 1 and <= 53, Text.Length: 2 } && day is { Number: >= 1 and <= 7, Text.Length: 1 };
        if (!shaped || week.Number > WeekYearRules.Iso.GetWeeksInWeekYear(year.Number))
        {
            return false;
        }

        var date = WeekYearRules.Iso.GetLocalDate(year.Number, week.Number, (IsoDayOfWeek)day.Number);
        return Take(cursor, parts, (date.Year, date.Month, date.Day), at + 1);
    }

    private static bool Take(TokenCursor cursor, PhraseParts parts, (int Year, int Month, int Day) date, int length)
    {
        (parts.Year, parts.Month, parts.Day) = date;
        parts.IsoDate = true;
        parts.IsoTime = cursor.Ahead(length).Is("t") && cursor.Ahead(length + 1).Number >= 0;
        cursor.Skip(parts.IsoTime ? length + 1 : length);
        return true;
    }
}
