namespace TalksBot.Core.Times.Phrases;

/// <summary>Measures spans: "90m", "1h30", "1.5 hours", "2 1/2 hours", "an hour and a half", "three quarters of an hour".</summary>
internal static class SpanSyntax
{
    /// <summary>The span written from that many tokens ahead, units descending, and where it ends; null when there is none.</summary>
    public static Measured? Measure(TokenCursor cursor, int start)
    {
        var sum = new Sum();
        var next = start;
        while (Part(cursor, next, sum.Smallest) is { } part)
        {
            sum.Add(part);
            next = part.Next;
            next += Joins(cursor, next, sum.Smallest);
        }

        // "1h30" leaves the minutes to be understood.
        var bare = sum.Smallest == Duration.FromHours(1) && cursor.Ahead(next) is { IsSixtieth: true, SpaceBefore: false };
        if (bare)
        {
            sum.Add(new(cursor.Ahead(next).Number, Duration.FromMinutes(1), 0, next + 1));
            next++;
        }

        return next == start ? null : new(sum.Total, sum.Months, sum.Smallest >= Duration.FromDays(1) && sum.Total == Duration.FromDays(sum.Total.Days), next);
    }

    private static Counted? Part(TokenCursor cursor, int at, Duration below)
    {
        if (CountSyntax.Read(cursor, at) is not { } count)
        {
            return null;
        }

        var unit = cursor.Ahead(count.Next);
        if (Units.Months(unit) is { } months)
        {
            return below == Duration.MaxValue && count.Whole ? new(count.Value, Duration.Zero, months, count.Next + 1) : null;
        }

        return Units.Size(unit) is { } size && size < below && (count.Whole || !IsSecond(unit)) ? Fraction(cursor, new(count.Value, size, 0, count.Next + 1)) : null;
    }

    // "an hour and a half", "1 hour and three quarters"
    private static Counted Fraction(TokenCursor cursor, Counted part)
    {
        var and = cursor.Ahead(part.Next).Is("and") ? 1 : 0;
        if (and == 0 || CountSyntax.Part(cursor, part.Next + and) is not { } more || IsUnitOfParts(cursor.Ahead(more.Next)) || cursor.Ahead(more.Next).Is("of"))
        {
            return part;
        }

        return part with { Count = part.Count + more.Value, Next = more.Next };
    }

    // "an hour and a half second round": nobody means half a second.
    private static bool IsUnitOfParts(Token token) => Units.IsUnit(token.Text) && !IsSecond(token);

    private static bool IsSecond(Token token) => Units.Size(token) == Duration.FromSeconds(1);

    private static int Joins(TokenCursor cursor, int next, Duration below)
    {
        var length = cursor.Ahead(next).Is("and") || cursor.Ahead(next).Is(',') ? 1 : 0;
        length += length == 1 && cursor.Ahead(next + 1).Is("and") ? 1 : 0;
        return length > 0 && Part(cursor, next + length, below) is not null ? length : 0;
    }

    /// <summary>A count of one unit.</summary>
    private sealed record Counted(double Count, Duration Unit, int Months, int Next);

    private sealed class Sum
    {
        public Duration Total { get; private set; }

        public int Months { get; private set; }

        public Duration Smallest { get; private set; } = Duration.MaxValue;

        public void Add(Counted part)
        {
            if (part.Months > 0)
            {
                Months = (int)Math.Min(10_000, part.Count * part.Months);
                Smallest = Duration.FromDays(28);
                return;
            }

            // Beyond the longest span it only matters that it is too long, and it must not overflow.
            Total += part.Count > AmountPart.Longest / part.Unit ? AmountPart.Longest + part.Unit : Duration.FromNanoseconds(Math.Round(part.Unit.TotalNanoseconds * part.Count));
            Smallest = part.Unit;
        }
    }
}
