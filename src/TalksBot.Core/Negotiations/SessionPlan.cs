namespace TalksBot.Core.Negotiations;

/// <summary>Which alerts a session has. Pure.</summary>
public static class SessionPlan
{
    /// <summary>How long before its start a session is announced; zero is the start itself.</summary>
    public static readonly IReadOnlyList<Duration> Alerts = [Duration.FromMinutes(30), Duration.Zero];

    /// <summary>The alerts still to come; one already due is never looked back at.</summary>
    public static IEnumerable<Duration> AlertsAhead(Instant start, Instant now) => Alerts.Where(alert => start - alert > now);
}
