using TalksBot.Core.Countdowns;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Times;

namespace TalksBot.Core.Follows;

/// <summary>How a channel wants to hear the news.</summary>
/// <param name="Clock">The channel's own clock: its digest hour is read on it.</param>
/// <param name="DigestAt">When the daily digest comes, on that clock; null for no digest.</param>
/// <param name="Ladder">How long before each deadline it is told.</param>
/// <param name="LeastPriority">Updates below this wait for the digest.</param>
/// <param name="Mention">Whom a flash or bulletin notifies, in the platform's own words; null for nobody.</param>
public sealed record FollowSettings(
    WallClock Clock, LocalTime? DigestAt, Ladder Ladder, WirePriority LeastPriority, string? Mention)
{
    /// <summary>When the channel wants to sleep, on its own clock; null for never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Whom to mention when nobody acknowledges a close alert, in the platform's own words; null for nobody.</summary>
    public string? Escalate { get; init; }

    /// <summary>True when one pinned message always shows where the talks stand.</summary>
    public bool Live { get; init; }

    /// <summary>The settings in a line, as <c>follow show</c> prints them and the record keeps them.</summary>
    public override string ToString()
    {
        var digest = DigestAt is { } hour ? HourText.Write(hour) : "none";
        return $"zone {Clock}, digest {digest}, ladder {Ladder}, priority {LeastPriority.ToString().ToLowerInvariant()}, quiet {Quiet?.ToString() ?? "none"}, live {(Live ? "yes" : "no")}, mention {Mention ?? "nobody"}, escalate {Escalate ?? "nobody"}";
    }
}
