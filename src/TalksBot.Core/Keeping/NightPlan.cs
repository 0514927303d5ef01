using TalksBot.Core.Digests;

namespace TalksBot.Core.Keeping;

/// <summary>When the database is copied: once a day at a local hour, and after a night that was missed as soon as somebody looks. Pure.</summary>
/// <param name="Hour">The local hour.</param>
/// <param name="Zone">Where that hour is read.</param>
public sealed record NightPlan(LocalTime Hour, DateTimeZone Zone)
{
    /// <summary>So old the last good copy may become: a day, and two hours in which a night that failed is tried again.</summary>
    public static readonly Duration OldestGood = Duration.FromHours(26);

    private static readonly Duration TwoDays = Duration.FromDays(2);

    /// <summary>The next night after this moment.</summary>
    public Instant NextAfter(Instant now) => DigestSchedule.NextAfter(now, Hour, Zone);

    /// <summary>The night that a copy is owed for: the last one at or before <paramref name="now"/>.</summary>
    public Instant LastBefore(Instant now) => DigestSchedule.LatestDue(DigestSchedule.NextAfter(now - TwoDays, Hour, Zone), now, Hour, Zone);

    /// <summary>True when a copy is owed.</summary>
    /// <param name="lastGood">When the last good copy was made; null where there is none.</param>
    /// <param name="now">The moment of the look.</param>
    public bool IsDue(Instant? lastGood, Instant now) => lastGood is not { } last || last < LastBefore(now);
}
