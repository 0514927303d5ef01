namespace TalksBot.Core.Times;

/// <summary>What a typed time is read against.</summary>
/// <param name="Now">The moment it was typed.</param>
/// <param name="Zone">The zone meant when none is named: the negotiation's.</param>
/// <param name="Clocks">The clocks shown beside it, whose names may be typed.</param>
/// <param name="Tense">Whether the past will do.</param>
/// <param name="MovedFrom">The time being moved, from which <c>+36h</c> counts, and whose day and hour hold where the words leave
/// them out; null when nothing is being moved.</param>
public sealed record TimeContext(
    Instant Now, DateTimeZone Zone, IReadOnlyList<WallClock> Clocks, TimeTense Tense, CivilTime? MovedFrom = null)
{
    /// <summary>The start that the time ends: spans count from it, and an hour alone is on its day or the next; null when the time
    /// is no end.</summary>
    public CivilTime? Start { get; init; }

    /// <summary>Whether an hour without am or pm is in the half of the day nearest to <see cref="MovedFrom"/>, as when a session is moved.</summary>
    public bool KeepsHalf { get; init; }

    /// <summary>The hour that was planned, in <see cref="Zone"/>: of am and pm the one nearest to it round the clock is meant; null where nothing was planned.</summary>
    public LocalTime? Planned { get; init; }

    /// <summary>An hour in <see cref="Zone"/> after which it must have been: of am and pm the one that follows it is meant; null where there is none.</summary>
    public LocalTime? After { get; init; }

    /// <summary>Whether the desk works on 24 hours, so that <c>10:00</c> is ten in the morning.</summary>
    public bool IsTwentyFourHour { get; init; }

    /// <summary>What signed spans count from.</summary>
    internal CivilTime? Origin => Start ?? MovedFrom;
}

/// <summary>Whether a typed time may lie in the past.</summary>
public enum TimeTense
{
    /// <summary>For something new: a past time is refused, and a date without a year is the next one.</summary>
    Future,

    /// <summary>For history and look-ups: a date without a year is the nearest one.</summary>
    Any,

    /// <summary>For what has been: a time to come is refused, an hour is the last one, and a day without an hour begins at midnight.</summary>
    Past,
}
