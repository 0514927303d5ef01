namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads hours and minutes without a mark between: "830pm", "0930", "1700Z", "1700 hours", "T170000".</summary>
internal static class CompactClock
{
    public static (ClockPart Clock, int Length)? Read(TokenCursor cursor, PhraseParts parts)
    {
        var token = cursor.Current;
        if (token.Number < 0 || token.IsSpelled || token.Text.Length is < 3 or 5 or > 6)
        {
            return null;
        }

        var joined = cursor.Ahead(-1).Is("t") && !token.SpaceBefore;
        if (token.Text.Length == 6)
        {
            return joined ? (Digits(token.Text[..4]) with { Second = int.Parse(token.Text[4..], System.Globalization.CultureInfo.InvariantCulture) }, 1) : null;
        }

        if (HalfOfDay.Read(cursor, 1) is var (half, next))
        {
            return (Digits(token.Text) with { Meridiem = half }, next);
        }

        var unit = cursor.Ahead(1).IsAny("hours hrs hour hr") && !cursor.Ahead(2).IsAny("from ago later before after");
        var said = joined || unit || token.Text is ['0', _, _, _] || (cursor.Ahead(1).Is("z") && !cursor.Ahead(1).SpaceBefore) || cursor.Ahead(1) is { SpaceBefore: false, Text: "h" };
        if (token.Text.Length == 4 && said)
        {
            return (Digits(token.Text), cursor.Ahead(1).IsAny("hours hrs hour hr h") ? 2 : 1);
        }

        return token.Text.Length == 3 && parts.HasDate && Digits(token.Text).IsPossible ? (Digits(token.Text), 1) : null;
    }

    /// <summary>Three or four digits as hours and minutes.</summary>
    public static ClockPart Digits(string digits)
    {
        var value = int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        return new(value / 100, value % 100, digits) { HourText = digits[..^2], HasMinutes = true, IsMilitary = digits.Length == 4 };
    }
}
