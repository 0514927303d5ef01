namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads "in 90m", "+36h", "2 h 30 min ago".</summary>
internal static class AmountPart
{
    public static readonly Duration Longest = Duration.FromDays(366);

    public static bool TryRead(TokenCursor cursor, PhraseParts parts)
    {
        var lead = cursor.Current switch
        {
            var token when token.Is("in") => AmountFrom.Now,
            var token when token.Is('+') => AmountFrom.MovedTime,
            var token when token.Is('-') => AmountFrom.BackFromMovedTime,
            _ => AmountFrom.Unsaid,
        };
        var start = lead == AmountFrom.Unsaid ? 0 : 1;
        if (parts.Amount is not null || Measure(cursor, start) is not { } measured)
        {
            return false;
        }

        var ago = lead == AmountFrom.Unsaid && cursor.Ahead(measured.Next).Is("ago");
        var length = ago ? measured.Next + 1 : measured.Next;
        var from = ago ? AmountFrom.BackFromNow : lead;
        parts.Amount = new(measured.Span, measured.WholeDays, from, cursor.Slice(length - 1));
        cursor.Skip(length);
        return true;
    }

    /// <summary>The span written from that many tokens ahead, units descending, and where it ends; null when there is none.</summary>
    public static (Duration Span, bool WholeDays, int Next)? Measure(TokenCursor cursor, int start)
    {
        var (total, smallest, next) = (Duration.Zero, Duration.MaxValue, start);
        while (Count(cursor.Ahead(next)) is { } count && Units.Size(cursor.Ahead(next + 1)) is { } size && size < smallest)
        {
            // Beyond the longest span it only matters that it is too long, and it must not overflow.
            total += count > Longest / size ? Longest + size : size * count;
            smallest = size;
            next += 2;
            if (cursor.Ahead(next).Is("and") && Units.Size(cursor.Ahead(next + 2)) is not null)
            {
                next++;
            }
        }

        return next == start ? null : (total, smallest >= Duration.FromDays(1), next);
    }

    private static int? Count(Token token) => token switch
    {
        { Number: >= 0 } => token.Number,
        _ when token.Is("a") || token.Is("an") => 1,
        _ => null,
    };
}
