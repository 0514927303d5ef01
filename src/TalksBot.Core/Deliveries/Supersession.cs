using TalksBot.Core.Platforms;

namespace TalksBot.Core.Deliveries;

/// <summary>Which alerts a newer one makes stale, so that after downtime a channel hears one message a subject. Pure.</summary>
public static class Supersession
{
    /// <summary>True when <paramref name="newer"/> speaks for <paramref name="older"/>, which is too late to be shown by itself.</summary>
    public static bool SpeaksFor(OutgoingPost newer, OutgoingPost older, Instant now) =>
        IsAlert(older.Cause.Kind) && IsAlert(newer.Cause.Kind)
        && newer.Channel == older.Channel
        && newer.Cause.Talks == older.Cause.Talks
        && newer.Cause.Subject == older.Cause.Subject
        && newer.DueAt > older.DueAt
        && Lateness.IsLate(older.DueAt, now);

    /// <summary>Alerts that time itself causes; everything else is news and is never dropped.</summary>
    public static bool IsAlert(DeliveryKind kind) =>
        kind is DeliveryKind.Countdown or DeliveryKind.DeadlinePassed or DeliveryKind.Session;
}
