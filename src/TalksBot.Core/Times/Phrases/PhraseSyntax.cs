namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads a whole phrase into its parts, in whatever order they come.</summary>
internal static class PhraseSyntax
{
    /// <summary>The parts; their fault names the trouble where some of the phrase means nothing or the same thing is said twice.</summary>
    public static PhraseParts Read(string text, IReadOnlyList<WallClock> clocks)
    {
        var parts = new PhraseParts();
        var cursor = new TokenCursor(Tokenizer.Tidy(text));
        while (!cursor.AtEnd && parts.Fault is null)
        {
            var read = Holidays.TryRead(cursor, parts)
                || ZoneSyntax.TryRead(cursor, parts, clocks)
                || ClosingSyntax.TryRead(cursor, parts)
                || WeekSyntax.TryRead(cursor, parts)
                || AmountPart.TryReadLed(cursor, parts)
                || SpokenClock.TryRead(cursor, parts)
                || ClockSyntax.TryRead(cursor, parts)
                || AmountPart.TryRead(cursor, parts)
                || DateSyntax.TryRead(cursor, parts)
                || TryReadNow(cursor, parts)
                || LooseWords.TryRead(cursor, parts)
                || TrySkip(cursor)
                || ZoneSyntax.TryReadUnknown(cursor, parts);
            parts.Fault ??= read ? null : Trouble.With(cursor, parts);
        }

        return parts.Fault is null ? Settling.Settle(parts) : parts;
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
        if (length == 0 && !Vocabulary.IsFiller(cursor.Current) && !IsPunctuation(cursor) && !LeadsToWeekday(cursor))
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
        if (here.Kind != TokenKind.Symbol)
        {
            return false;
        }

        var joinsMonth = Vocabulary.Month(before) is not null || Vocabulary.Month(after) is not null || before.IsAny("st nd rd th");
        var dash = here.Is('-') || here.Is('/');
        var ends = cursor.Position == 0 || after.Kind == TokenKind.End;
        return ",.;()[]@|!".Contains(here.Text[0], StringComparison.Ordinal)
            || (here.Is('-') && after.SpaceBefore)
            || (here.Is(':') && before.Kind == TokenKind.Word && after.SpaceBefore)
            || (dash && joinsMonth)
            || (here.Is('\'') && (ends || (after.IsShort && !after.SpaceBefore)));
    }

    private static bool LeadsToWeekday(TokenCursor cursor) => cursor.Current.IsAny("next last") && Vocabulary.Weekday(cursor.Ahead(1)) is not null;
}
