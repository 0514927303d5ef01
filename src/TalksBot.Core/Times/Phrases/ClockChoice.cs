using System.Globalization;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Which time of day a phrase means.</summary>
internal static class ClockChoice
{
    private static readonly ClockOption _midnight = new(LocalTime.Midnight);
    private static readonly ClockOption _midnightAfter = new(LocalTime.Midnight, NextDay: true);
    private static readonly ClockOption _lastMinute = new(new(23, 59));

    /// <param name="parts">What the phrase says.</param>
    /// <param name="smallHours">The clock time now if the night that "tonight" means began yesterday, else null.</param>
    /// <param name="context">What it is read against.</param>
    public static Choice<ClockOption> Of(PhraseParts parts, LocalTime? smallHours, TimeContext context)
    {
        if (parts.Clock is not { } clock)
        {
            return Missing(parts, context);
        }

        if (!clock.IsPossible)
        {
            return new([], $"{Quotation.Of(clock.Text)} is not a time of day.");
        }

        if (clock.IsEndOfDay || clock.IsMidnight)
        {
            return Midnight(clock, parts, context);
        }

        var hours = Hours(clock, parts, context);
        return parts.DayPart is { } part
            ? DayPartHours.Narrow(clock, hours, part, parts.DayPartWord, smallHours)
            : NearStanding(clock, hours, parts, context) ?? Plain(clock, hours);
    }

    private static Choice<ClockOption> Missing(PhraseParts parts, TimeContext context)
    {
        if (Standing.Hour(parts, context) is { } hour && parts.HasDate)
        {
            return new([new(hour)], Note: $"at {Words(hour)} as before");
        }

        if (parts.EndOf is not null)
        {
            return new([new(new(17, 0)), new(new(18, 0)), _lastMinute], "The end of a day has no one hour; say 17:00, 18:00 or 23:59.");
        }

        if (context.Tense == TimeTense.Past)
        {
            return new([new(DayPartHours.Begins(parts.DayPart))]);
        }

        var night = parts.DayPart is DayPart.Evening or DayPart.Night;
        IReadOnlyList<ClockOption> options = night ? [_lastMinute] : [new(LocalTime.Noon), _lastMinute];
        return new(options, "That has no time of day; add one such as 17:00.");
    }

    private static Choice<ClockOption> Midnight(ClockPart clock, PhraseParts parts, TimeContext context)
    {
        if (clock.IsMidnight && parts.DayPart == DayPart.Night)
        {
            return new([_midnightAfter], Note: $"midnight is 00:00, when the day of \"{parts.DayPartWord}\" ends");
        }

        // Without a date the days that follow are offered instead, each from its start.
        ClockOption[] both = parts.HasDate || context.MovedFrom is not null ? [_midnight, _midnightAfter] : [_midnight];
        return clock.IsMidnight
            ? new(both, "Midnight could be the start or the end of the day; say 00:00 or 23:59 and the date.")
            : new([both[^1]], "There is no 24:00 here; say 00:00 on the day that starts then.");
    }

    private static int[] Hours(ClockPart clock, PhraseParts parts, TimeContext context) => (clock.Meridiem, clock.Hour) switch
    {
        (null, _) when TwentyFourHourRule.Applies(clock, parts, context) => [clock.Hour],
        (null, _) => [clock.Hour % 12, (clock.Hour % 12) + 12],
        (Meridiem.Am, >= 1 and <= 12) => [clock.Hour % 12],
        (Meridiem.Pm, >= 1 and <= 12) => [(clock.Hour % 12) + 12],
        (Meridiem.Am, 0) => [clock.Hour],

        // 17:00 am, 00:30 pm, 15pm: one half of it is wrong and we cannot know which.
        _ => [clock.Hour % 12, (clock.Hour % 12) + 12],
    };

    // A session planned for the morning that moves to 11:30 stays in the morning, and one planned for 19:00 that began at 7:10 did so in the evening.
    private static Choice<ClockOption>? NearStanding(ClockPart clock, int[] hours, PhraseParts parts, TimeContext context)
    {
        if (clock.Meridiem is not null || hours.Length < 2 || Leaning(parts, context) is not { } leaning)
        {
            return null;
        }

        var options = hours.Select(clock.AtHour).OrderBy(leaning.Distance).ToList();
        return leaning.Distance(options[0]) == leaning.Distance(options[1])
            ? null
            : new([new(options[0])], Note: $"read as {Words(options[0])}, being {leaning.Words} {Words(leaning.Hour)}");
    }

    /// <summary>The hour that settles the half of the day, and how far one is from it.</summary>
    private static (LocalTime Hour, string Words, Func<LocalTime, long> Distance)? Leaning(PhraseParts parts, TimeContext context) => context switch
    {
        { KeepsHalf: true, MovedFrom.Local.TimeOfDay: var hour } => (hour, "nearest to", time => Math.Abs(time.NanosecondOfDay - hour.NanosecondOfDay)),
        _ when parts.Zone is not null || parts.Offset is not null => null,
        { Planned: { } hour } => (hour, "nearest to", time => Math.Min(Since(hour, time), Since(time, hour))),
        { After: { } hour } => (hour, "the first after", time => time == hour ? NodaConstants.NanosecondsPerDay : Since(hour, time)),
        _ => null,
    };

    private static long Since(LocalTime from, LocalTime to) => (to.NanosecondOfDay - from.NanosecondOfDay + NodaConstants.NanosecondsPerDay) % NodaConstants.NanosecondsPerDay;

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

    private static string Words(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
