using System.Globalization;
using NodaTime.Calendars;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads the written parts of a date: "28/6", "28th", "June", "1995", "Wed", "tomorrow".</summary>
internal static class DateSyntax
{
    private static readonly char[] _separators = ['-', '/', '.'];

    public static bool TryRead(TokenCursor cursor, PhraseParts parts) =>
        IsoDateSyntax.TryRead(cursor, parts) || Slashed(cursor, parts) || Dotted(cursor, parts) || Number(cursor, parts) || Word(cursor, parts);

    private static bool Slashed(TokenCursor cursor, PhraseParts parts)
    {
        var separator = Array.Find(_separators, cursor.Ahead(1).Is);
        if (separator == default || !cursor.Current.IsShort || !cursor.Ahead(2).IsShort || parts.HasNumericDate())
        {
            return false;
        }

        var year = cursor.Ahead(3).Is(separator) ? cursor.Ahead(4) : null;
        var hasYear = year is { Number: >= 0, Text.Length: 4 };
        var hasShortYear = year is { Number: >= 0, Text.Length: 2 } && !year.SpaceBefore && !cursor.Ahead(5).Is(':');

        // 17.30 is a time to some and 5-6 a range; only a slash makes a date of two numbers.
        if (!hasYear && !hasShortYear && separator != '/')
        {
            return false;
        }

        parts.Slashed = (cursor.Current.Number, cursor.Ahead(2).Number);
        parts.Year = hasYear ? year!.Number : parts.Year;
        parts.ShortYear = hasShortYear ? year!.Text : parts.ShortYear;
        cursor.Skip(hasYear || hasShortYear ? 5 : 3);
        return true;
    }

    // 17.05 is a time of day or a date; the rest of the phrase says which.
    private static bool Dotted(TokenCursor cursor, PhraseParts parts)
    {
        var (mark, second) = (cursor.Ahead(1), cursor.Ahead(2));
        if (!mark.Is('.') || mark.SpaceBefore || second.SpaceBefore || !cursor.Current.IsShort || !second.IsShort || parts.Dotted is not null || parts.HasNumericDate())
        {
            return false;
        }

        parts.Dotted = (cursor.Current, second);
        cursor.Skip(3);
        return true;
    }

    private static bool Number(TokenCursor cursor, PhraseParts parts)
    {
        var token = cursor.Current;
        if (token is { Number: >= 0, Text.Length: 4, IsSpelled: false } && parts.Fours.Count < 2)
        {
            var before = cursor.Ahead(-1).Is(',') || cursor.Ahead(-1).Is('-') || cursor.Ahead(-1).Is('/') ? cursor.Ahead(-2) : cursor.Ahead(-1);
            var after = Vocabulary.Month(before) is not null || before.IsShort || before.IsAny("st nd rd th");
            var isTime = cursor.Ahead(-1).Is('(') || (!after && cursor.Ahead(1).Kind == TokenKind.Word && Zones.ZoneSearch.Find(cursor.Slice(1)[token.Text.Length..]) is not null);
            parts.Fours.Add((token, after, isTime));
            cursor.Skip(1);
            return true;
        }

        if (token.IsShort && parts is { Day: not null, Month: not null, ShortYear: null, Year: null } && token is { IsSpelled: false, Text.Length: 2 })
        {
            parts.ShortYear = token.Text;
            cursor.Skip(1);
            return true;
        }

        if (!token.IsShort || parts.Day is not null || parts.Slashed is not null || cursor.Ahead(1).Is(':') || (parts.Clock is not null && HalfOfDay.Read(cursor, 1) is not null))
        {
            return false;
        }

        parts.Day = token.Number;
        var suffix = cursor.Ahead(1).Text is "st" or "nd" or "rd" or "th";
        parts.DayIsOrdinal = suffix || token.IsOrdinal;
        cursor.Skip(suffix ? 2 : 1);
        return true;
    }

    private static bool Word(TokenCursor cursor, PhraseParts parts)
    {
        if (parts.Month is null && Vocabulary.Month(cursor.Current) is { } month)
        {
            parts.Month = month;
        }
        else if (parts.Weekday is null && Vocabulary.Weekday(cursor.Current) is { } weekday)
        {
            (parts.Weekday, parts.NextWeekday) = (weekday, cursor.Ahead(-1).Is("next") && parts.CalendarWeek is null);
            parts.LastWeekday = cursor.Ahead(-1).Is("last");
        }
        else if (parts.DayShift is null && Vocabulary.DayShift(cursor.Current) is { } shift)
        {
            (parts.DayShift, parts.DayWord) = (shift, cursor.Current.Text);
            _ = parts.DayPart is null && PartOfDay(cursor, parts);
        }
        else if (parts.DayPart is not null || !PartOfDay(cursor, parts))
        {
            return false;
        }

        cursor.Skip(1);
        return true;
    }

    private static bool PartOfDay(TokenCursor cursor, PhraseParts parts)
    {
        if (Vocabulary.PartOfDay(cursor.Current) is not { } part)
        {
            return false;
        }

        (parts.DayPart, parts.DayPartWord) = (part, cursor.Current.Text);
        return true;
    }

    internal static bool HasNumericDate(this PhraseParts parts) => parts.Day is not null || parts.Month is not null || parts.Slashed is not null;

    /// <summary>A year in two digits, in the century around us.</summary>
    internal static int LongYear(string digits)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        return year < 70 ? 2000 + year : 1900 + year;
    }
}

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
