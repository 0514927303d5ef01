namespace TalksBot.Core.Times.Phrases;

/// <summary>What one part of a phrase can mean.</summary>
/// <param name="Options">The meanings, likeliest first; without a question exactly one.</param>
/// <param name="Question">Why a person has to choose, one sentence; null when there is nothing to ask.</param>
/// <param name="Note">What was inferred, as a clause to show; null when nothing was.</param>
internal sealed record Choice<T>(IReadOnlyList<T> Options, string? Question = null, string? Note = null);

/// <summary>A time of day the phrase may mean.</summary>
/// <param name="Time">What the clock says.</param>
/// <param name="NextDay">Whether it belongs to the morning after the day named, as "tonight at 00:30" does.</param>
internal sealed record ClockOption(LocalTime Time, bool NextDay = false);

/// <summary>A zone the phrase may mean.</summary>
/// <param name="Zone">Where days are counted and clocks are read.</param>
/// <param name="Offset">The offset the phrase also fixes, or null.</param>
/// <param name="Abbreviation">The abbreviation that fixed it, upper case; null when it was not one.</param>
/// <param name="IsOffsetOnly">Whether the phrase gave an offset and no place, so that any clock with that offset will do.</param>
internal sealed record ZoneOption(DateTimeZone Zone, Offset? Offset = null, string? Abbreviation = null, bool IsOffsetOnly = false);

/// <summary>The words that tell morning from evening without am or pm.</summary>
internal enum DayPart
{
    Morning,
    Afternoon,
    Evening,
    Night,
}

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

/// <summary>The zone a phrase names.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Reading">What that names.</param>
internal sealed record ZonePart(string Text, ZoneReading Reading);
