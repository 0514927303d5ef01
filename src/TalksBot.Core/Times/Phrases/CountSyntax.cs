namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads how many: "3", "1.5", "2 1/2", "2½", "a", "half an", "two and a half", "three quarters of an".</summary>
internal static class CountSyntax
{
    /// <summary>The count that many tokens ahead; null when there is none.</summary>
    public static Count? Read(TokenCursor cursor, int at) => Halved(cursor, at) ?? Numbered(cursor, at) ?? Article(cursor, at);

    /// <summary>A part of one: "a half", "half", "a quarter", "three quarters", "½"; null when there is none.</summary>
    public static Count? Part(TokenCursor cursor, int at)
    {
        if (Sign(cursor.Ahead(at)) is { } sign)
        {
            return new(sign, at + 1);
        }

        if (cursor.Ahead(at).Number == 3 && cursor.Ahead(at + 1).IsAny("quarters quarter"))
        {
            return new(0.75, at + 2);
        }

        var article = cursor.Ahead(at).IsAny("a one") || cursor.Ahead(at).Number == 1 ? 1 : 0;
        return cursor.Ahead(at + article).Text switch
        {
            "half" => new(0.5, at + article + 1),
            "quarter" => new(0.25, at + article + 1),
            _ => null,
        };
    }

    // half an hour, a half hour, three quarters of an hour, half hour
    private static Count? Halved(TokenCursor cursor, int at)
    {
        if (Part(cursor, at) is not { } part)
        {
            return null;
        }

        var next = part.Next;
        next += cursor.Ahead(next).Is("of") ? 1 : 0;
        next += cursor.Ahead(next).IsAny("a an the") ? 1 : 0;
        return new(part.Value, next);
    }

    private static Count? Numbered(TokenCursor cursor, int at)
    {
        var token = cursor.Ahead(at);
        if (token.Number < 0 || token.IsOrdinal)
        {
            return null;
        }

        var (one, two) = (cursor.Ahead(at + 1), cursor.Ahead(at + 2));
        if ((one.Is('.') || one.Is(',')) && !one.SpaceBefore && two is { Number: >= 0, SpaceBefore: false, Text.Length: <= 4 })
        {
            return new(token.Number + (two.Number / Math.Pow(10, two.Text.Length)), at + 3);
        }

        if (one.Is('/') && two.Number is 2 or 3 or 4)
        {
            return new((double)token.Number / two.Number, at + 3);
        }

        if (one.Number > 0 && two.Is('/') && cursor.Ahead(at + 3).Number is 2 or 4)
        {
            return new(token.Number + ((double)one.Number / cursor.Ahead(at + 3).Number), at + 4);
        }

        var and = one.Is("and") ? 1 : 0;
        if (Sign(one) is { } sign)
        {
            return new(token.Number + sign, at + 2);
        }

        return and == 1 && Part(cursor, at + 2) is { } part && !cursor.Ahead(part.Next).Is("of") && !cursor.Ahead(part.Next).IsAny("a an")
            ? new(token.Number + part.Value, part.Next)
            : new(token.Number, at + 1) { Whole = true };
    }

    private static Count? Article(TokenCursor cursor, int at) =>
        cursor.Ahead(at).IsAny("a an") && Units.IsUnit(cursor.Ahead(at + 1).Text) ? new(1, at + 1) { Whole = true } : null;

    private static double? Sign(Token token) => token.Kind == TokenKind.Symbol ? token.Text[0] switch
    {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        _ => null,
    }
    : null;

    /// <summary>How many, and how many tokens on it ends.</summary>
    internal sealed record Count(double Value, int Next)
    {
        /// <summary>Whether it was written as a whole number.</summary>
        public bool Whole { get; init; }
    }
}
