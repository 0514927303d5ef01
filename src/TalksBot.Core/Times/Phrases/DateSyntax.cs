using System.Globalization;

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
