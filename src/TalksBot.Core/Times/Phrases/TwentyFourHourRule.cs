namespace TalksBot.Core.Times.Phrases;

/// <summary>The one rule for when a time with no am or pm is on the 24-hour clock. Everywhere else we ask.</summary>
/// <remarks>
/// It is when the hour itself says so: 13–23, 0, or a leading zero (<c>17:00</c>, <c>00:30</c>, <c>09:30</c>), and when it is written
/// as four digits (<c>1130</c>), which only that clock is.
/// It is when the rest of the phrase has the shape we print, and people who paste it mean what we printed: a weekday,
/// a date, a zone and a two-digit hour (<c>11:59 Tokyo Thu 29 Jun</c>), or an ISO date and a two-digit hour.
/// It is on a desk that has said that it works on 24 hours, for every hour with its minutes.
/// It is not for <c>11:59</c>, <c>28 Jun 9:30</c> or <c>28 Jun 11:59 EDT</c>: "11:59 EDT tonight" is just how the deadline of
/// 28 June 1995 was reported, and it meant pm.
/// </remarks>
internal static class TwentyFourHourRule
{
    /// <summary>Whether the hour can be taken as it stands.</summary>
    public static bool Applies(ClockPart clock, PhraseParts parts, TimeContext context) =>
        clock.Hour is 0 or > 12
        || clock.HourText is ['0', ..]
        || clock.IsMilitary
        || (context.IsTwentyFourHour && clock.HasMinutes && parts.DayPart is null)
        || (clock.HourText.Length == 2 && (parts.IsoDate || IsPrintedShape(parts)));

    private static bool IsPrintedShape(PhraseParts parts) =>
        parts is { Weekday: not null, Day: not null, Month: not null, DayPart: null } && (parts.Zone is not null || parts.Offset is not null);
}

/// <summary>Reads "am", "p.m.", "p m", and "a" or "p" right behind an hour.</summary>
internal static class HalfOfDay
{
    /// <summary>The half of the day that stands so many tokens ahead, and where it ends; null when none does.</summary>
    public static (Meridiem Half, int Next)? Read(TokenCursor cursor, int at)
    {
        var token = cursor.Ahead(at);
        var half = token.Text switch { "am" or "a" => Meridiem.Am, "pm" or "p" => Meridiem.Pm, _ => (Meridiem?)null };
        if (half is null || token.Kind != TokenKind.Word || token.Text.Length == 2)
        {
            return half is { } whole && token.Kind == TokenKind.Word ? (whole, at + 1) : null;
        }

        var letter = cursor.Ahead(at + 1).Is('.') ? at + 2 : at + 1;
        var next = cursor.Ahead(letter + 1).Is('.') ? letter + 2 : letter + 1;
        if (cursor.Ahead(letter).Is("m"))
        {
            return (half.Value, next);
        }

        return token.SpaceBefore || !cursor.Ahead(at + 1).SpaceBefore ? null : (half.Value, at + 1);
    }
}

/// <summary>The half of the day.</summary>
internal enum Meridiem
{
    /// <summary>Before noon.</summary>
    Am,

    /// <summary>From noon on.</summary>
    Pm,
}

/// <summary>Reads "o'clock", "oclock", "o clock".</summary>
internal static class OClock
{
    /// <summary>How many tokens it takes; 0 when it does not stand there.</summary>
    public static int Length(TokenCursor cursor, int at)
    {
        if (cursor.Ahead(at).Is("oclock"))
        {
            return 1;
        }

        var mark = cursor.Ahead(at + 1).Is('\'') ? 1 : 0;
        return cursor.Ahead(at).Is("o") && cursor.Ahead(at + 1 + mark).Is("clock") ? 2 + mark : 0;
    }
}
