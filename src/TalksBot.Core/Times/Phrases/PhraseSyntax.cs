namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads a whole phrase into its parts, in whatever order they come.</summary>
internal static class PhraseSyntax
{
    /// <summary>The parts, or null when some of the phrase means nothing or the same thing is said twice.</summary>
    public static PhraseParts? Read(string text, IReadOnlyList<WallClock> clocks)
    {
        var parts = new PhraseParts();
        var cursor = new TokenCursor(Tokenizer.Tidy(text));
        while (!cursor.AtEnd)
        {
            var read = ZoneSyntax.TryRead(cursor, parts, clocks)
                || ClockSyntax.TryRead(cursor, parts)
                || AmountPart.TryRead(cursor, parts)
                || DateSyntax.TryRead(cursor, parts)
                || TryReadNow(cursor, parts)
                || TrySkip(cursor)
                || ZoneSyntax.TryReadUnknown(cursor, parts);
            if (!read)
            {
                return null;
            }
        }

        return parts.HasTime ? WithBareHour(parts) : null;
    }

    private static bool TryReadNow(TokenCursor cursor, PhraseParts parts)
    {
        if (parts.Now || !cursor.Current.Is("now"))
        {
            return false;
        }

        parts.Now = true;
        cursor.Skip(1);
        return true;
    }

    private static bool TrySkip(TokenCursor cursor)
    {
        var length = DayFlag(cursor);
        if (length == 0 && !Vocabulary.IsFiller(cursor.Current) && !IsPunctuation(cursor) && !IsNextWeekday(cursor))
        {
            return false;
        }

        cursor.Skip(Math.Max(1, length));
        return true;
    }

    // The (+1) that a line of clocks prints repeats what the date beside it says.
    private static int DayFlag(TokenCursor cursor)
    {
        var signed = cursor.Ahead(1).Is('+') || cursor.Ahead(1).Is('-');
        return cursor.Current.Is('(') && signed && cursor.Ahead(2).Number >= 0 && cursor.Ahead(3).Is(')') ? 4 : 0;
    }

    private static bool IsPunctuation(TokenCursor cursor)
    {
        var (before, here, after) = (cursor.Ahead(-1), cursor.Current, cursor.Ahead(1));
        var joinsMonth = Vocabulary.Month(before) is not null || Vocabulary.Month(after) is not null;
        return here.Is(',') || here.Is('.') || (here.Is('-') && after.SpaceBefore) || ((here.Is('-') || here.Is('/')) && joinsMonth);
    }

    private static bool IsNextWeekday(TokenCursor cursor) => cursor.Current.Is("next") && Vocabulary.Weekday(cursor.Ahead(1)) is not null;

    // "tomorrow at 5" has an hour; "28" with a month, or with nothing, is a day.
    private static PhraseParts WithBareHour(PhraseParts parts)
    {
        var bare = parts is { Clock: null, Amount: null, Month: null, Slashed: null, Year: null };
        if (bare && parts.Day is { } hour && hour <= 24 && (parts.Weekday is not null || parts.DayShift is not null || parts.DayPart is not null))
        {
            var text = hour.ToString(System.Globalization.CultureInfo.InvariantCulture);
            (parts.Clock, parts.Day) = (new(hour, 0, text) { HourText = text }, null);
        }

        return parts;
    }
}
