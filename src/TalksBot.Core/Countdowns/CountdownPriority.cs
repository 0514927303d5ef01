using TalksBot.Core.Deliveries;

namespace TalksBot.Core.Countdowns;

/// <summary>The wire priority of what the clock causes.</summary>
public static class CountdownPriority
{
    /// <summary>The deadline itself is a bulletin; an hour and closer is urgent, so that quiet hours never hold it.</summary>
    public static WirePriority Of(Duration rung) => rung switch
    {
        _ when rung == Duration.Zero => WirePriority.Bulletin,
        _ when rung <= Duration.FromHours(1) => WirePriority.Urgent,
        _ => WirePriority.Regular,
    };
}
