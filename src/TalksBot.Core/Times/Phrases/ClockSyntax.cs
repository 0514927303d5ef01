namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads "17:00", "17h00", "5pm", "5:30 p.m.", "23:59:00.5", "12 noon", "midnight".</summary>
internal static class ClockSyntax
{
    private const int NanosecondDigits = 9;

    public static bool TryRead(TokenCursor cursor, PhraseParts parts)
    {
        if (parts.Clock is not null || (Named(cursor) ?? Digits(cursor) ?? HourOnly(cursor)) is not var (clock, length))
        {
            return false;
        }

        parts.Clock = clock with { Text = cursor.Slice(length - 1) };
        cursor.Skip(length);
        return true;
    }

    private static (ClockPart, int)? Named(TokenCursor cursor)
    {
        var number = cursor.Current.Number == 12 ? 1 : 0;
        var word = cursor.Ahead(number);
        if (word.Is("noon") || word.Is("midday"))
        {
            return (new(12, 0, "") { Meridiem = Meridiem.Pm }, number + 1);
        }

        return word.Is("midnight") ? (new(0, 0, "") { Meridiem = Meridiem.Am, IsMidnight = true }, number + 1) : null;
    }

    private static (ClockPart, int)? Digits(TokenCursor cursor)
    {
        var dotted = cursor.Ahead(1).Is('.') && HalfOfDay(cursor, 3) is not null;
        var swiss = cursor.Ahead(1).Is("h") && Units.Size(cursor.Ahead(3)) is null;
        if (cursor.Current.Number < 0 || !(cursor.Ahead(1).Is(':') || dotted || swiss) || Pair(cursor.Ahead(2)) is not { } minute)
        {
            return null;
        }

        var clock = new ClockPart(cursor.Current.Number, minute, "") { HourText = cursor.Current.Text };
        var length = 3;
        if (cursor.Ahead(3).Is(':') && Pair(cursor.Ahead(4)) is { } second)
        {
            (clock, length) = (clock with { Second = second }, 5);
            if (cursor.Ahead(5).Is('.') && Fraction(cursor.Ahead(6)) is { } nanosecond)
            {
                (clock, length) = (clock with { Nanosecond = nanosecond }, 7);
            }
        }

        var half = HalfOfDay(cursor, length);
        return (clock with { Meridiem = half?.Half }, half?.Next ?? length);
    }

    private static (ClockPart, int)? HourOnly(TokenCursor cursor)
    {
        if (cursor.Current.Number < 0)
        {
            return null;
        }

        var clock = new ClockPart(cursor.Current.Number, 0, "") { HourText = cursor.Current.Text };
        if (HalfOfDay(cursor, 1) is var (half, next))
        {
            return (clock with { Meridiem = half }, next);
        }

        return cursor.Ahead(1).Is("o") && cursor.Ahead(2).Is('\'') && cursor.Ahead(3).Is("clock") ? (clock, 4) : null;
    }

    // am, a.m., a m
    private static (Meridiem Half, int Next)? HalfOfDay(TokenCursor cursor, int at)
    {
        var half = cursor.Ahead(at).Text switch { "am" or "a" => Meridiem.Am, "pm" or "p" => Meridiem.Pm, _ => (Meridiem?)null };
        if (half is null || cursor.Ahead(at).Text.Length == 2)
        {
            return half is { } whole ? (whole, at + 1) : null;
        }

        var letter = cursor.Ahead(at + 1).Is('.') ? at + 2 : at + 1;
        var next = cursor.Ahead(letter + 1).Is('.') ? letter + 2 : letter + 1;
        return cursor.Ahead(letter).Is("m") ? (half.Value, next) : null;
    }

    private static int? Pair(Token token) => token is { Number: >= 0, Text.Length: 2 } ? token.Number : null;

    private static int? Fraction(Token token) => token is { Number: >= 0 }
        ? int.Parse(token.Text.PadRight(NanosecondDigits, '0'), System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
