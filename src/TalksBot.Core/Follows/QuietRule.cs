using TalksBot.Core.Deliveries;

namespace TalksBot.Core.Follows;

/// <summary>What a channel's quiet hours keep back: updates and alerts that can wait. Everything from urgent up passes. Pure.</summary>
public static class QuietRule
{
    /// <summary>Until when a post is kept back; null when it goes at once.</summary>
    /// <param name="settings">How the channel hears the news.</param>
    /// <param name="kind">What the post is.</param>
    /// <param name="priority">Its priority; rungs of an hour and closer are urgent.</param>
    /// <param name="now">When it would go.</param>
    public static Instant? HeldUntil(FollowSettings settings, DeliveryKind kind, WirePriority priority, Instant now) =>
        priority >= WirePriority.Regular && kind is (DeliveryKind.Update or DeliveryKind.Countdown)
            ? settings.Quiet?.EndOf(now, settings.Clock.Zone)
            : null;
}
