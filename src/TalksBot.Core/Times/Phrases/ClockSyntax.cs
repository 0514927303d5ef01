using System.Globalization;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads "17:00", "17h00", "5pm", "5:30 p.m.", "5.30 pm", "23:59:00.5", "12 noon", "midnight".</summary>
internal static class ClockSyntax
{
    private const int NanosecondDigits = 9;

    public static bool TryRead(TokenCursor cursor, PhraseParts parts)
    {
        if (parts.Clock is not null || (Named(cursor) ?? Digits(cursor) ?? CompactClock.Read(cursor, parts) ?? HourOnly(cursor)) is not var (clock, length))
        {
            return false;
        }

        parts.Clock = clock with { Text = cursor.Slice(length - 1) };
        cursor.Skip(length);
        return true;
    }

    private static (ClockPart, int)? Named(TokenCursor cursor)
    {
        var lead = cursor.Current.Number == 12 || cursor.Current.Is("high") ? 1 : 0;
        var word = cursor.Ahead(lead);
        if (word.Is("noon") || word.Is("midday"))
        {
            return (new(12, 0, "") { Meridiem = Meridiem.Pm }, lead + 1);
        }

        return word.Is("midnight") ? (new(0, 0, "") { Meridiem = Meridiem.Am, IsMidnight = true }, lead + 1) : null;
    }

    private static (ClockPart, int)? Digits(TokenCursor cursor)
    {
        if (!IsShortHour(cursor.Current) || !Separates(cursor) || cursor.Ahead(2) is not { Number: >= 0, Text.Length: 2 } minute)
        {
            return null;
        }

        var clock = new ClockPart(cursor.Current.Number, minute.Number, "") { HourText = cursor.Current.Text, HasMinutes = true };
        var length = 3;
        if (cursor.Ahead(3).Is(cursor.Ahead(1).Text[0]) && cursor.Ahead(4) is { Number: >= 0, Text.Length: 2 } second)
        {
            (clock, length) = (clock with { Second = second.Number }, 5);
            if ((cursor.Ahead(5).Is('.') || cursor.Ahead(5).Is(',')) && Fraction(cursor.Ahead(6)) is { } nanosecond)
            {
                (clock, length) = (clock with { Nanosecond = nanosecond }, 7);
            }
        }

        var half = HalfOfDay.Read(cursor, length);
        return (clock with { Meridiem = half?.Half }, half?.Next ?? length);
    }

    // A point or a comma parts hours and minutes where am or pm follows; else a point does where it cannot part a date.
    private static bool Separates(TokenCursor cursor)
    {
        var (mark, after) = (cursor.Ahead(1), cursor.Ahead(2));
        if (mark.Is(':'))
        {
            return true;
        }

        var glued = !mark.SpaceBefore && !after.SpaceBefore;
        if (mark.Is("h"))
        {
            return glued && Units.Size(cursor.Ahead(3)) is null;
        }

        if (!glued || !(mark.Is('.') || mark.Is(',')))
        {
            return false;
        }

        var isDate = mark.Is('.') && (cursor.Ahead(3).Is('.') || after.Number is >= 1 and <= 12);
        return HalfOfDay.Read(cursor, 3) is not null || (mark.Is('.') && after.IsSixtieth && cursor.Current.Number <= 24 && !isDate);
    }

    private static (ClockPart, int)? HourOnly(TokenCursor cursor)
    {
        if (!IsShortHour(cursor.Current) || cursor.Current.IsOrdinal)
        {
            return null;
        }

        var clock = new ClockPart(cursor.Current.Number, 0, "") { HourText = cursor.Current.Text };

        // "five thirty pm"
        var spelled = cursor.Current.IsSpelled && cursor.Ahead(1) is { IsSpelled: true, IsSixtieth: true, IsOrdinal: false };
        clock = spelled ? clock with { Minute = cursor.Ahead(1).Number, HasMinutes = true } : clock;
        var at = spelled ? 2 : 1;
        if (HalfOfDay.Read(cursor, at) is var (half, next))
        {
            return (clock with { Meridiem = half }, next);
        }

        if (OClock.Length(cursor, at) is > 0 and var length)
        {
            var said = HalfOfDay.Read(cursor, at + length);
            return (clock with { Meridiem = said?.Half }, said?.Next ?? at + length);
        }

        return spelled || IsAfterAt(cursor) ? (clock, at) : null;
    }

    // "30 June at 5" has an hour; "at 5 July" has a day.
    private static bool IsAfterAt(TokenCursor cursor)
    {
        var next = cursor.Ahead(1);
        var joins = next.Is('/') || next.Is('-') || next.Is('.') || next.IsShort || next.IsAny("st nd rd th of") || Vocabulary.Month(next) is not null;
        return (cursor.Ahead(-1).Is("at") || cursor.Ahead(-1).Is('@')) && cursor.Current.Number <= 24 && !joins && !Units.IsUnit(next.Text);
    }

    private static bool IsShortHour(Token token) => token is { Number: >= 0, Text.Length: <= 2 };

    private static int? Fraction(Token token) => token is { Number: >= 0 }
        ? int.Parse(token.Text.PadRight(NanosecondDigits, '0'), CultureInfo.InvariantCulture)
        : null;
}
