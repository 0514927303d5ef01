using System.Globalization;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads times as they are spoken: "half past six", "quarter to two pm", "5 past seven", "ten to midnight".</summary>
internal static class SpokenClock
{
    public static bool TryRead(TokenCursor cursor, PhraseParts parts)
    {
        if (parts.Clock is not null || Minutes(cursor) is not var (minutes, at) || Hour(cursor, at) is not { } hour)
        {
            return false;
        }

        var half = HalfOfDay.Read(cursor, hour.Next);
        var length = half?.Next ?? hour.Next;
        var text = cursor.Slice(length - 1);
        if (minutes == 30 && at == 1)
        {
            parts.Doubt = $"{Quotation.Of(text)} is half past to some and half before to others; write it with a colon.";
        }

        parts.Clock = At(hour.Value, minutes, half?.Half) with { Text = text };
        cursor.Skip(length);
        return true;
    }

    /// <summary>The clock so many minutes after, or with a negative number before, the hour.</summary>
    private static ClockPart At(int hour, int minutes, Meridiem? half)
    {
        // Midnight and noon say themselves which half of the day is meant.
        var known = hour is 0 or Noon or > 12;
        var whole = hour == Noon ? 12 : hour;
        var from = known ? whole * 60 : whole % 12 * 60;
        var total = (from + minutes + 1440) % 1440;
        var (at, minute) = (total / 60, total % 60);
        if (known)
        {
            return new(at, minute, "") { HourText = at.ToString("00", CultureInfo.InvariantCulture), IsMilitary = true };
        }

        // "quarter to 12 pm" is a quarter before noon to some and before midnight to others.
        var crosses = whole == 12 && minutes < 0;
        var shown = at % 12 == 0 ? 12 : at % 12;
        return new(shown, minute, "") { HourText = shown.ToString(CultureInfo.InvariantCulture), Meridiem = crosses ? null : half };
    }

    private const int Noon = -12;

    private static (int Value, int Next)? Hour(TokenCursor cursor, int at)
    {
        at += cursor.Ahead(at).Is("the") ? 1 : 0;
        var token = cursor.Ahead(at);
        if (token.IsAny("midnight"))
        {
            return (0, at + 1);
        }

        if (token.IsAny("noon midday"))
        {
            return (Noon, at + 1);
        }

        if (!token.IsShort || token.Number is 0 or > 23 || token.IsOrdinal || cursor.Ahead(at + 1).Is(':') || cursor.Ahead(at + 1).Is('.') && cursor.Ahead(at + 2).Number >= 0)
        {
            return null;
        }

        var clock = OClock.Length(cursor, at + 1);
        return (token.Number, at + 1 + clock);
    }

    // Minutes after the hour, and where the hour stands.
    private static (int Minutes, int Next)? Minutes(TokenCursor cursor)
    {
        var start = cursor.Current.IsAny("a") ? 1 : 0;
        var token = cursor.Ahead(start);
        var quarter = token.Is("quarter");
        if (token.Is("half"))
        {
            return cursor.Ahead(start + 1).Is("past") ? (30, start + 2) : start == 0 && cursor.Ahead(1).IsShort && !Units.IsUnit(cursor.Ahead(2).Text) ? (30, 1) : null;
        }

        var count = quarter ? 15 : token is { IsShort: true, IsOrdinal: false, Number: > 0 and < 60 } ? token.Number : (int?)null;
        if (count is null || (start == 1 && !quarter))
        {
            return null;
        }

        var at = start + 1;
        at += !quarter && cursor.Ahead(at).IsAny("minutes minute mins min m") ? 1 : 0;
        return cursor.Ahead(at).Text switch
        {
            "past" or "after" => (count.Value, at + 1),
            "to" or "till" or "til" or "until" or "before" => (-count.Value, at + 1),
            "of" when quarter => (-count.Value, at + 1),
            _ => null,
        };
    }
}
