namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads "in 90m", "+36h", "2 h 30 min ago", "a week from now", "two hours before midnight".</summary>
internal static class AmountPart
{
    public static readonly Duration Longest = Duration.FromDays(366);

    /// <summary>Reads a span that says first which way it runs.</summary>
    public static bool TryReadLed(TokenCursor cursor, PhraseParts parts) => Lead(cursor.Current) is { } lead && TryRead(cursor, parts, lead, start: 1);

    /// <summary>Reads a span that says last which way it runs, or not at all.</summary>
    public static bool TryRead(TokenCursor cursor, PhraseParts parts) => TryRead(cursor, parts, AmountFrom.Unsaid, start: 0);

    private static bool TryRead(TokenCursor cursor, PhraseParts parts, AmountFrom lead, int start)
    {
        start += lead == AmountFrom.Now && cursor.Ahead(start).IsAny("about exactly") ? 1 : 0;
        if (parts.Amount is not null || SpanSyntax.Measure(cursor, start) is not { } measured)
        {
            return false;
        }

        var (from, next) = lead is AmountFrom.Unsaid or AmountFrom.Now ? Tail(cursor, measured.Next, lead) : (lead, measured.Next);
        parts.Amount = new(measured.Span, measured.WholeDays, from, cursor.Slice(next - 1)) { Months = measured.Months };
        cursor.Skip(next);
        return true;
    }

    private static AmountFrom? Lead(Token token) => token switch
    {
        _ when token.IsAny("in within") => AmountFrom.Now,
        _ when token.Is('+') || token.Is("plus") => AmountFrom.MovedTime,
        _ when token.Is('-') || token.Is("minus") => AmountFrom.BackFromMovedTime,
        _ when token.Is("for") => AmountFrom.Unsaid,
        _ => null,
    };

    private static (AmountFrom From, int Next) Tail(TokenCursor cursor, int at, AmountFrom lead)
    {
        // "in two hours' time"
        var mark = cursor.Ahead(at).Is('\'') ? cursor.Ahead(at + 1).Is("s") ? 2 : 1 : 0;
        at += cursor.Ahead(at + mark).Is("time") ? mark : 0;
        if (cursor.Ahead(at).Is("from") && cursor.Ahead(at + 1).IsAny("now today"))
        {
            return (AmountFrom.Now, at + 2);
        }

        return cursor.Ahead(at).Text switch
        {
            "time" when lead == AmountFrom.Now => (lead, at + 1),
            "ago" or "back" when lead == AmountFrom.Unsaid => (AmountFrom.BackFromNow, at + 1),
            "hence" when lead == AmountFrom.Unsaid => (AmountFrom.Now, at + 1),
            "later" when lead == AmountFrom.Unsaid => (AmountFrom.MovedTime, at + 1),
            "earlier" or "sooner" when lead == AmountFrom.Unsaid => (AmountFrom.BackFromMovedTime, at + 1),
            "from" or "after" or "past" when lead == AmountFrom.Unsaid => (AmountFrom.NamedTime, at + 1),
            "before" or "until" or "till" or "to" when lead == AmountFrom.Unsaid => (AmountFrom.BackFromNamedTime, at + 1),
            _ => (lead, at),
        };
    }
}
