namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads the written parts of a date: "1995-06-28", "28/6", "28th", "June", "1995", "Wed", "tomorrow".</summary>
internal static class DateSyntax
{
    private static readonly char[] _separators = ['-', '/', '.'];

    public static bool TryRead(TokenCursor cursor, PhraseParts parts) =>
        IsoDate(cursor, parts) || Slashed(cursor, parts) || Number(cursor, parts) || Word(cursor, parts);

    private static bool IsoDate(TokenCursor cursor, PhraseParts parts)
    {
        var separated = cursor.Ahead(1).Is('-') || cursor.Ahead(1).Is('/');
        var shaped = cursor.Current is { Number: >= 0, Text.Length: 4 } && separated && cursor.Ahead(3).Is(cursor.Ahead(1).Text[0])
            && IsShort(cursor.Ahead(2)) && IsShort(cursor.Ahead(4));
        if (!shaped || parts.HasNumericDate())
        {
            return false;
        }

        (parts.Year, parts.Month, parts.Day) = (cursor.Current.Number, cursor.Ahead(2).Number, cursor.Ahead(4).Number);
        parts.IsoDate = true;
        cursor.Skip(cursor.Ahead(5).Is("t") && cursor.Ahead(6).Number >= 0 ? 6 : 5);
        return true;
    }

    private static bool Slashed(TokenCursor cursor, PhraseParts parts)
    {
        var separator = Array.Find(_separators, cursor.Ahead(1).Is);
        if (separator == default || !IsShort(cursor.Current) || !IsShort(cursor.Ahead(2)) || parts.HasNumericDate())
        {
            return false;
        }

        var hasYear = cursor.Ahead(3).Is(separator) && cursor.Ahead(4) is { Number: >= 0, Text.Length: 4 };

        // 17.30 is a time to some and 5-6 a range; only a slash makes a date of two numbers.
        if (!hasYear && separator != '/')
        {
            return false;
        }

        parts.Slashed = (cursor.Current.Number, cursor.Ahead(2).Number);
        parts.Year = hasYear ? cursor.Ahead(4).Number : parts.Year;
        cursor.Skip(hasYear ? 5 : 3);
        return true;
    }

    private static bool Number(TokenCursor cursor, PhraseParts parts)
    {
        if (cursor.Current is { Number: >= 0, Text.Length: 4 } && parts.Year is null)
        {
            parts.Year = cursor.Current.Number;
            cursor.Skip(1);
            return true;
        }

        if (!IsShort(cursor.Current) || parts.Day is not null || parts.Slashed is not null)
        {
            return false;
        }

        parts.Day = cursor.Current.Number;
        cursor.Skip(cursor.Ahead(1).Text is "st" or "nd" or "rd" or "th" ? 2 : 1);
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
            (parts.Weekday, parts.NextWeekday) = (weekday, cursor.Ahead(-1).Is("next"));
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

    private static bool IsShort(Token token) => token is { Number: >= 0, Text.Length: <= 2 };

    private static bool HasNumericDate(this PhraseParts parts) => parts.Day is not null || parts.Month is not null || parts.Slashed is not null;
}
