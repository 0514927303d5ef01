namespace TalksBot.Core.Times.Phrases;

/// <summary>Settles what a number means that could be several things, once the whole phrase has been read.</summary>
internal static class Settling
{
    private const string Example = "28 Jun 1995";

    /// <summary>The parts with every number in its place.</summary>
    public static PhraseParts Settle(PhraseParts parts)
    {
        if (!parts.HasTime && parts.Fours.Count == 0 && parts.Dotted is null)
        {
            parts.Fault = "";
            return parts;
        }

        Fours(parts);
        Dotted(parts);
        Years(parts);
        BareHour(parts);
        Spans(parts);
        return parts;
    }

    // 1995 is a year behind a date, 2359 a time of day; what could be both is asked.
    private static void Fours(PhraseParts parts)
    {
        var years = parts.Fours.OrderByDescending(four => four.AfterDate).Select(four => four.Number).Where(_ => parts.Year is null).ToList();
        foreach (var (number, _, isTime) in parts.Fours)
        {
            var isYear = !isTime && IsYear(number);
            var clock = CompactClock.Digits(number.Text) with { Text = number.Text };
            var wantsYear = parts.Year is null && parts.HasNumericDate() && isYear && ReferenceEquals(years.Find(IsYear), number);
            if (wantsYear)
            {
                parts.Year = number.Number;
                parts.MaybeClock = clock.IsPossible && parts.Fours.Count == 1 ? clock : null;
            }
            else if (parts.Clock is null && clock.IsPossible)
            {
                parts.Clock = clock;
                var alone = !parts.HasDate && (isYear || (parts.Zone is null && parts.Offset is null));
                parts.Doubt ??= alone ? $"{Quotation.Of(number.Text)} could be many things; write a time of day with a colon." : null;
            }
            else if (parts.Year is null && parts.HasNumericDate() && !isTime)
            {
                parts.Year = number.Number;
            }
            else
            {
                parts.Fault ??= parts.HasNumericDate() || parts.Clock is not null
                    ? $"{Quotation.Of(number.Text)} cannot be placed in that time; write it like {Example} 23:59."
                    : $"That date is not whole; write it like {Example}.";
            }
        }

        static bool IsYear(Token number) => number.Number is >= DateChoice.FirstYear and <= DateChoice.LastYear;
    }

    private static void Dotted(PhraseParts parts)
    {
        if (parts.Dotted is not var (first, second))
        {
            return;
        }

        var text = $"{first.Text}.{second.Text}";
        var clock = new ClockPart(first.Number, second.Number, text) { HourText = first.Text, HasMinutes = true };
        var canBeClock = parts.Clock is null && second.IsSixtieth && first.Number <= 24;
        if (canBeClock)
        {
            parts.Clock = clock;
            parts.Doubt ??= parts.HasDate ? null : $"{Quotation.Of(text)} could be a time or a date; write a time with a colon.";
        }
        else if (!parts.HasNumericDate())
        {
            parts.Slashed = (first.Number, second.Number);
        }
        else
        {
            parts.Fault ??= $"{Quotation.Of(text)} cannot be placed in that time; write it like {Example} 23:59.";
        }
    }

    // 28 Sep 26 17:00 has a year; 28 Sep 17 has a year or an hour.
    private static void Years(PhraseParts parts)
    {
        if (parts.ShortYear is not { } digits)
        {
            return;
        }

        if (parts.Year is not null)
        {
            parts.Fault ??= $"{Quotation.Of(digits)} cannot be placed in that time; write it like {Example} 23:59.";
            return;
        }

        if (parts.Clock is null && parts.Slashed is null && int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is <= 24 and var hour)
        {
            parts.Clock = new(hour, 0, digits) { HourText = digits };
            parts.Doubt ??= $"{Quotation.Of(digits)} could be a year or an hour; write it like {Example} 23:59.";
            return;
        }

        parts.Year = DateSyntax.LongYear(digits);
    }

    // "tomorrow at 5" has an hour; "28" with a month, or with nothing, is a day.
    private static void BareHour(PhraseParts parts)
    {
        var bare = parts is { Clock: null, Amount: null, Month: null, Slashed: null, Year: null, DayIsOrdinal: false };
        if (bare && parts.Day is { } hour && hour <= 24 && (parts.Weekday is not null || parts.DayShift is not null || parts.DayPart is not null))
        {
            var text = hour.ToString(System.Globalization.CultureInfo.InvariantCulture);
            (parts.Clock, parts.Day) = (new(hour, 0, text) { HourText = text }, null);
        }
    }

    private static void Spans(PhraseParts parts)
    {
        if (parts.Amount is not { } amount)
        {
            return;
        }

        // "in 3 days at 9am" is a day and an hour.
        var countsDays = amount is { WholeDays: true, Months: 0, From: AmountFrom.Now } && amount.Span <= AmountPart.Longest;
        if (countsDays && parts is { Clock: not null, HasDate: false })
        {
            (parts.DayShift, parts.DayWord, parts.Amount) = ((int)amount.Span.TotalDays, amount.Text, null);
            return;
        }

        // "tomorrow 17h" has an hour, as it is written where hours are counted to 24.
        var digits = amount.Text.TrimEnd('h', 'H');
        var isHour = amount.From == AmountFrom.Unsaid && digits.Length is 1 or 2 && digits.Length < amount.Text.Length && digits.All(char.IsAsciiDigit);
        if (isHour && parts.Clock is null && (parts.HasDate || parts.Zone is not null) && amount.Span <= Duration.FromHours(24))
        {
            parts.Clock = new((int)amount.Span.TotalHours, 0, amount.Text) { HourText = digits };
            parts.Amount = null;
        }
    }
}
