namespace TalksBot.Core.Digests;

/// <summary>
/// When daily digests fall due: once per local day, the first time its clock reads the hour or later. So an hour that a
/// clock change skips is the first moment after the gap, an hour that comes twice is the first of the two, and a day that a
/// zone skips altogether has none.
/// </summary>
public static class DigestSchedule
{
    /// <summary>How late a missed digest is still sent; later than this it is merged into the next one.</summary>
    public static readonly Duration StillWorthSending = Duration.FromHours(6);

    /// <summary>The first digest after an instant.</summary>
    /// <param name="after">The digest falls strictly later than this.</param>
    /// <param name="hour">The local hour.</param>
    /// <param name="zone">Where that hour is read.</param>
    public static Instant NextAfter(Instant after, LocalTime hour, DateTimeZone zone)
    {
        // The digest of the day before may still be to come: its hour was skipped at the end of that day.
        for (var date = after.InZone(zone).Date.PlusDays(-1); ; date = date.PlusDays(1))
        {
            if (DueOn(date, hour, zone) is { } due && due > after)
            {
                return due;
            }
        }
    }

    /// <summary>The digests strictly between two instants, oldest first.</summary>
    public static IEnumerable<Instant> Between(Instant from, Instant to, LocalTime hour, DateTimeZone zone)
    {
        for (var due = NextAfter(from, hour, zone); due < to; due = NextAfter(due, hour, zone))
        {
            yield return due;
        }
    }

    /// <summary>The last digest due at or before <paramref name="now"/>, starting from one known to be due.</summary>
    public static Instant LatestDue(Instant due, Instant now, LocalTime hour, DateTimeZone zone) =>
        Between(due, now + Duration.Epsilon, hour, zone).Prepend(due).Last();

    private static Instant? DueOn(LocalDate date, LocalTime hour, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(date + hour);
        if (mapping.Count > 0)
        {
            return mapping.First().ToInstant();
        }

        var lastBefore = mapping.EarlyInterval.IsoLocalEnd;
        var firstAfter = mapping.LateInterval.IsoLocalStart;
        var dayIsSkipped = lastBefore <= date.AtMidnight() && firstAfter >= date.PlusDays(1).AtMidnight();
        return dayIsSkipped ? null : mapping.LateInterval.Start;
    }
}

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
    /// <param name="mayBeTold">A database before this one may have sent it: then it is looked for, however late, so that the next one need not tell it again.</param>
    public static DigestDecision At(Instant due, Instant now, LocalTime hour, DateTimeZone zone, Instant digestedUntil, bool mayBeTold = false)
    {
        var latest = DigestSchedule.LatestDue(due, now, hour, zone);
        var next = DigestSchedule.NextAfter(latest, hour, zone);
        if (latest <= digestedUntil || (!mayBeTold && now - latest > DigestSchedule.StillWorthSending))
        {
            return new DigestDecision.MergeIntoNext(next);
        }

        var missed = DigestSchedule.Between(digestedUntil, latest, hour, zone);
        return new DigestDecision.Send(new DigestWindow(digestedUntil, latest, [.. missed]), latest, next);
    }
}

/// <summary>What becomes of a digest that fell due. A closed set: send it, or leave its news to the next one.</summary>
public abstract record DigestDecision
{
    private DigestDecision()
    {
    }

    /// <summary>Send the latest digest due.</summary>
    /// <param name="Window">What it covers.</param>
    /// <param name="DueAt">When it was due.</param>
    /// <param name="Next">When the one after it falls due.</param>
    public sealed record Send(DigestWindow Window, Instant DueAt, Instant Next) : DigestDecision;

    /// <summary>Send nothing now: the digest due next covers this one's news too, and says so.</summary>
    /// <param name="Next">When it falls due.</param>
    public sealed record MergeIntoNext(Instant Next) : DigestDecision;
}

/// <summary>The stretch of time that a digest covers.</summary>
/// <param name="From">The end of the digest before; changes at that instant belong to it.</param>
/// <param name="To">The last instant covered.</param>
/// <param name="Missed">When earlier digests fell due that were never sent and that this one covers, oldest first.</param>
public sealed record DigestWindow(Instant From, Instant To, IReadOnlyList<Instant> Missed)
{
    /// <summary>How many updates came out in it beside those that were read, which are the latest.</summary>
    public int LeftOut { get; init; }

    /// <summary>The updates that the post after the channel's quiet hours tells whole within the same hour: the digest counts them only.</summary>
    public IReadOnlyList<string> Bundled { get; init; } = [];
}
