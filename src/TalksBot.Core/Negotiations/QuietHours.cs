using System.Diagnostics.CodeAnalysis;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>The hours in which a channel is told only what cannot wait, by its own clock; they may cross midnight.</summary>
/// <param name="From">When they begin, inclusive.</param>
/// <param name="Until">When they end, exclusive; never the same as <paramref name="From"/>.</param>
public sealed record QuietHours(LocalTime From, LocalTime Until)
{
    /// <summary>Reads <c>22:00-07:00</c>, <c>11pm to 7am</c> and the like; false when it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out QuietHours? quiet)
    {
        quiet = HourText.TryParseRange(text, out var begin, out var end) && begin != end ? new QuietHours(begin, end) : null;
        return quiet is not null;
    }

    /// <summary>When the quiet hours that hold at this moment end; null when none do.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="zone">The channel's zone; an end in an hour the clock skips falls on the first moment after the gap.</param>
    public Instant? EndOf(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone).LocalDateTime;
        var crossing = From > Until;
        var inside = crossing ? local.TimeOfDay >= From || local.TimeOfDay < Until : local.TimeOfDay >= From && local.TimeOfDay < Until;
        if (!inside)
        {
            return null;
        }

        var day = crossing && local.TimeOfDay >= From ? local.Date.PlusDays(1) : local.Date;
        var mapping = zone.MapLocal(day + Until);
        var end = mapping.Count switch
        {
            0 => mapping.LateInterval.Start,
            2 when mapping.First().ToInstant() <= at => mapping.Last().ToInstant(),
            _ => mapping.First().ToInstant(),
        };
        return end > at ? end : null;
    }

    /// <summary>The hours as <see cref="TryParse"/> reads them.</summary>
    public override string ToString() => $"{HourText.Write(From)}-{HourText.Write(Until)}";
}

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
