namespace TalksBot.Core.Negotiations;

/// <summary>Which alerts a session has. Pure.</summary>
public static class SessionPlan
{
    /// <summary>How long before its start a session is announced; zero is the start itself.</summary>
    public static readonly IReadOnlyList<Duration> Alerts = [Duration.FromMinutes(30), Duration.Zero];

    /// <summary>How long after its planned start the desk is asked whether a session has begun.</summary>
    public static readonly Duration AskedAfter = Duration.FromMinutes(15);

    /// <summary>When the desk is asked what became of a session, as long as nobody says it: soon after its planned start, and when it
    /// is awaited no more.</summary>
    public static IEnumerable<Instant> Questions(Session session) => session.State switch
    {
        SessionState.Planned => new[] { session.StartsAt.ToInstant() + AskedAfter, session.AwaitedUntil }.Where(at => at <= session.AwaitedUntil).Distinct(),
        SessionState.UnderWay => [session.AwaitedUntil],
        _ => [],
    };

    /// <summary>The alerts still to come; one already due is never looked back at.</summary>
    public static IEnumerable<Duration> AlertsAhead(Instant start, Instant now) => Alerts.Where(alert => start - alert > now);
}
