namespace TalksBot.Core.Times.Phrases;

/// <summary>What "morning", "afternoon", "evening" and "tonight" say about an hour.</summary>
internal static class DayPartHours
{
    /// <summary>The first hour at which a night that has begun counts as over.</summary>
    public const int Dawn = 5;

    /// <summary>Keeps the hours that fit the part of the day; asks when none or several do.</summary>
    /// <param name="clock">The time as typed.</param>
    /// <param name="hours">What its hour can be, 0–23.</param>
    /// <param name="part">The part of the day.</param>
    /// <param name="word">The word for it.</param>
    /// <param name="smallHours">The clock time now if the night meant began yesterday, else null.</param>
    public static Choice<ClockOption> Narrow(ClockPart clock, int[] hours, DayPart part, string word, LocalTime? smallHours)
    {
        var fitting = hours.Where(hour => Fits(hour, part)).ToArray();
        if (fitting is not [var only])
        {
            var hoursToOffer = hours is [< 12 and var morning] ? [morning, morning + 12] : hours;
            var options = hoursToOffer.Select(hour => new ClockOption(clock.AtHour(hour)));
            return new([.. options, .. options.Select(option => option with { NextDay = true })], $"{Quotation.Of(clock.Text)} does not fit \"{word}\".");
        }

        var time = clock.AtHour(only);
        var nextDay = part == DayPart.Night && only < Dawn && !(time > smallHours);
        var reading = time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var note = nextDay || hours.Length > 1 ? $"read as {reading}{(nextDay ? " on the next day" : "")} because of \"{word}\"" : null;
        return new([new(time, nextDay)], Note: note);
    }

    /// <summary>When a part of the day begins; a day itself at midnight, and its morning too, for nothing of it is to be left out.</summary>
    public static LocalTime Begins(DayPart? part) => part switch
    {
        DayPart.Afternoon => LocalTime.Noon,
        DayPart.Evening or DayPart.Night => new(17, 0),
        _ => LocalTime.Midnight,
    };

    private static bool Fits(int hour, DayPart part) => part switch
    {
        DayPart.Morning => hour < 12,
        DayPart.Afternoon => hour is >= 12 and < 19,
        DayPart.Evening => hour >= 16,
        _ => hour is >= 17 or < Dawn,
    };
}
