using NodaTime;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Which time of day a phrase means.</summary>
internal static class ClockChoice
{
    private static readonly ClockOption _midnight = new(LocalTime.Midnight);
    private static readonly ClockOption _midnightAfter = new(LocalTime.Midnight, NextDay: true);

    /// <param name="parts">What the phrase says.</param>
    /// <param name="smallHours">The clock time now if the night that "tonight" means began yesterday, else null.</param>
    public static Choice<ClockOption> Of(PhraseParts parts, LocalTime? smallHours)
    {
        if (parts.Clock is not { } clock)
        {
            return Missing(parts);
        }

        if (!clock.IsPossible)
        {
            return new([], $"{Quotation.Of(clock.Text)} is not a time of day.");
        }

        if (clock.IsEndOfDay || clock.IsMidnight)
        {
            return Midnight(clock, parts);
        }

        var hours = Hours(clock, parts);
        return parts.DayPart is { } part ? DayPartHours.Narrow(clock, hours, part, parts.DayPartWord, smallHours) : Plain(clock, hours);
    }

    private static Choice<ClockOption> Missing(PhraseParts parts)
    {
        var night = parts.DayPart is DayPart.Evening or DayPart.Night;
        IReadOnlyList<ClockOption> options = night ? [new(new(23, 59))] : [new(LocalTime.Noon), new(new(23, 59))];
        return new(options, "That has no time of day; add one such as 17:00.");
    }

    private static Choice<ClockOption> Midnight(ClockPart clock, PhraseParts parts)
    {
        if (clock.IsMidnight && parts.DayPart == DayPart.Night)
        {
            return new([_midnightAfter], Note: $"midnight is 00:00, when the day of \"{parts.DayPartWord}\" ends");
        }

        // Without a date the days that follow are offered instead, each from its start.
        ClockOption[] both = parts.HasDate ? [_midnight, _midnightAfter] : [_midnight];
        return clock.IsMidnight
            ? new(both, "Midnight could be the start or the end of the day; say 00:00 or 23:59 and the date.")
            : new([both[^1]], "There is no 24:00 here; say 00:00 on the day that starts then.");
    }

    private static int[] Hours(ClockPart clock, PhraseParts parts) => (clock.Meridiem, clock.Hour) switch
    {
        (null, _) when TwentyFourHourRule.Applies(clock, parts) => [clock.Hour],
        (null, _) => [clock.Hour % 12, (clock.Hour % 12) + 12],
        (Meridiem.Am, >= 1 and <= 12) => [clock.Hour % 12],
        (Meridiem.Pm, >= 1 and <= 12) => [(clock.Hour % 12) + 12],
        (Meridiem.Am, 0) or (Meridiem.Pm, > 12) => [clock.Hour],

        // 17:00 am, 00:30 pm: one half of it is wrong and we cannot know which.
        _ => [clock.Hour % 12, (clock.Hour % 12) + 12],
    };

    private static Choice<ClockOption> Plain(ClockPart clock, int[] hours)
    {
        IReadOnlyList<ClockOption> options = [.. hours.Select(hour => new ClockOption(clock.AtHour(hour)))];
        if (hours.Length > 1)
        {
            var why = clock.Meridiem is null
                ? $"{Quotation.Of(clock.Text)} could be am or pm."
                : $"{Quotation.Of(clock.Text)} contradicts itself.";
            return new(options, why);
        }

        var note = (clock.Hour, clock.Minute, clock.Meridiem) switch
        {
            (12, 0, Meridiem.Am) => "12 am is 00:00, when the day starts",
            (12, 0, Meridiem.Pm) when clock.HourText.Length > 0 => "12 pm is noon",
            _ => null,
        };
        return new(options, Note: note);
    }
}
