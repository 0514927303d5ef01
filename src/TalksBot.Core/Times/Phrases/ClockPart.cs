namespace TalksBot.Core.Times.Phrases;

/// <summary>A time of day as typed, within no limits yet.</summary>
/// <param name="Hour">The hour as written.</param>
/// <param name="Minute">The minute, 0 when left out.</param>
/// <param name="Text">As typed, to quote.</param>
internal sealed record ClockPart(int Hour, int Minute, string Text)
{
    public int Second { get; init; }

    /// <summary>The fraction of the second.</summary>
    public int Nanosecond { get; init; }

    /// <summary>How the hour was written: 09 is not 9.</summary>
    public string HourText { get; init; } = "";

    public Meridiem? Meridiem { get; init; }

    /// <summary>Whether it was the word "midnight", which ends one day and starts another.</summary>
    public bool IsMidnight { get; init; }

    /// <summary>Whether it is on 24 hours however it looks: four digits, 0930, are only written there, and "quarter to noon" leaves no choice.</summary>
    public bool IsMilitary { get; init; }

    /// <summary>Whether minutes were written.</summary>
    public bool HasMinutes { get; init; }

    /// <summary>Whether it is a time of day at all; 24:00 is, being how some write the end of a day.</summary>
    public bool IsPossible => IsEndOfDay || (Hour is >= 0 and < 24 && Minute is >= 0 and < 60 && Second is >= 0 and < 60);

    public bool IsEndOfDay => this is { Hour: 24, Minute: 0, Second: 0, Nanosecond: 0 };

    /// <summary>The time of day with another hour, 0–23.</summary>
    public LocalTime AtHour(int hour) => new LocalTime(hour, Minute, Second).PlusNanoseconds(Nanosecond);
}
