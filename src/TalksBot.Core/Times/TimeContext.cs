namespace TalksBot.Core.Times;

/// <summary>What a typed time is read against.</summary>
/// <param name="Now">The moment it was typed.</param>
/// <param name="Zone">The zone meant when none is named: the negotiation's.</param>
/// <param name="Clocks">The clocks shown beside it, whose names may be typed.</param>
/// <param name="Tense">Whether the past will do.</param>
/// <param name="MovedFrom">The time being moved, from which <c>+36h</c> counts; null when nothing is being moved.</param>
public sealed record TimeContext(
    Instant Now, DateTimeZone Zone, IReadOnlyList<WallClock> Clocks, TimeTense Tense, CivilTime? MovedFrom = null);
