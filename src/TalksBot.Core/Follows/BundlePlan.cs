using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Follows;

/// <summary>What is still worth telling of the posts that quiet hours kept back. Pure.</summary>
public static class BundlePlan
{
    /// <summary>Every update; of the alerts of a deadline that still lies ahead, the latest.</summary>
    /// <param name="talks">The talks, with deadlines and sessions.</param>
    /// <param name="held">What was kept back for one channel.</param>
    /// <param name="now">When it is told.</param>
    public static IReadOnlyList<Delivery> Told(Negotiation talks, IReadOnlyList<Delivery> held, Instant now) =>
    [
        .. held.Where(delivery => delivery.Kind is DeliveryKind.Update).OrderBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Id),
        .. held.Where(delivery => IsAhead(talks, delivery, now))
            .GroupBy(delivery => delivery.Subject)
            .Select(alerts => alerts.MaxBy(alert => alert.DueAt)!)
            .OrderBy(alert => alert.DueAt + alert.Rung!.Value),
    ];

    /// <summary>True for an alert of a deadline that stands where it stood then and is still to come.</summary>
    public static bool IsAhead(Negotiation talks, Delivery alert, Instant now) =>
        alert is { Kind: DeliveryKind.Countdown, Rung: { } rung } && alert.DueAt + rung > now && AgendaPlan.Stands(talks, alert);

    /// <summary>When the bundle was due: at the end of the quiet hours that held the first of the posts.</summary>
    /// <param name="settings">How the channel hears the news.</param>
    /// <param name="held">What was kept back.</param>
    /// <param name="now">The latest answer, and the one where nothing else can be said.</param>
    public static Instant DueAt(FollowSettings settings, IReadOnlyList<Delivery> held, Instant now) => held
        .Select(delivery => settings.Quiet?.EndOf(delivery.DueAt, settings.Clock.Zone) ?? now)
        .Append(now)
        .Min();
}
