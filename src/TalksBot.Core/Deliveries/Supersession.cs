using TalksBot.Core.Platforms;

namespace TalksBot.Core.Deliveries;

/// <summary>Which alerts a newer one makes stale, so that after downtime a channel hears one message a subject. Pure.</summary>
public static class Supersession
{
    /// <summary>True when <paramref name="newer"/> speaks for <paramref name="older"/>, which is too late to be shown by itself.</summary>
    public static bool SpeaksFor(OutgoingPost newer, OutgoingPost older, Instant now) =>
        IsAhead(older, newer) && Lateness.IsLate(older, now);

    /// <summary>True when both are alerts of one moment in one channel, and <paramref name="older"/> must be seen first or not at all.</summary>
    public static bool IsAhead(OutgoingPost older, OutgoingPost newer) =>
        IsAlert(older.Cause) && IsAlert(newer.Cause)
        && newer.Channel == older.Channel
        && newer.Cause.Talks == older.Cause.Talks
        && newer.Cause.Subject == older.Cause.Subject
        && newer.DueAt > older.DueAt
        && newer.DueAt + newer.Cause.Rung!.Value == older.DueAt + older.Cause.Rung!.Value;

    /// <summary>Alerts that time itself causes; everything else is news and is never dropped.</summary>
    public static bool IsAlert(DeliveryCause cause) =>
        cause is { Rung: not null, Kind: DeliveryKind.Countdown or DeliveryKind.DeadlinePassed or DeliveryKind.Session };
}
