namespace TalksBot.Core.Digests;

/// <summary>Whether a digest that fell due is sent, and what it covers. Pure.</summary>
public static class DigestPlan
{
    /// <summary>
    /// After downtime only the latest digest due is sent, covering all the missed ones; when even that one is too late to be
    /// worth reading, the next one covers them.
    /// </summary>
    /// <param name="due">When the digest on the agenda fell due, at or before <paramref name="now"/>.</param>
    /// <param name="now">The moment of the decision.</param>
    /// <param name="hour">The follow's digest hour.</param>
    /// <param name="zone">Where that hour is read.</param>
    /// <param name="digestedUntil">The end of the last digest's window.</param>
    public static DigestDecision At(Instant due, Instant now, LocalTime hour, DateTimeZone zone, Instant digestedUntil)
    {
        var latest = DigestSchedule.LatestDue(due, now, hour, zone);
        var next = DigestSchedule.NextAfter(latest, hour, zone);
        if (latest <= digestedUntil || now - latest > DigestSchedule.StillWorthSending)
        {
            return new DigestDecision.MergeIntoNext(next);
        }

        var missed = DigestSchedule.Between(digestedUntil, latest, hour, zone);
        return new DigestDecision.Send(new DigestWindow(digestedUntil, latest, [.. missed]), latest, next);
    }
}
