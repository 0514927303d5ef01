using TalksBot.Core.Deliveries;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Follows;

/// <summary>How a channel follows talks, as answers show it. Pure.</summary>
public static class FollowWording
{
    /// <summary>Every setting of a follow, and whether posts arrive.</summary>
    public static Post Show(Follow follow)
    {
        var settings = follow.Settings;
        return new Post(
            $"{follow.Channel}: {Standing(follow)}",
            follow.MutedBecause is null ? Severity.Calm : Severity.Pressing,
            [
                .. Trouble(follow),
                new PostPiece.Field("Clock", settings.Clock.ToString()),
                new PostPiece.Field("Daily digest", settings.DigestAt is { } hour ? $"at {HourText.Write(hour)} on that clock" : "none"),
                new PostPiece.Field("Countdown alerts", settings.Ladder.ToString()),
                new PostPiece.Field("Updates", Updates(settings)),
                new PostPiece.Field("Mentions", settings.Mention ?? "nobody"),
                new PostPiece.Field("Quiet hours", settings.Quiet is { } quiet ? $"{quiet} on that clock" : "none"),
                new PostPiece.Field("Escalates to", settings.Escalate ?? "nobody"),
                new PostPiece.Field("Live status", settings.Live ? "one pinned message" : "none"),
                new PostPiece.Field("Follows since", TimeWording.Full(follow.Since, settings.Clock)),
            ]);
    }

    private static string Standing(Follow follow) => follow switch
    {
        { RemovedAt: not null } => "does not follow any more",
        { MutedBecause: not null } => "is told nothing for now",
        _ => "follows",
    };

    private static IEnumerable<PostPiece> Trouble(Follow follow)
    {
        if (follow is { RemovedAt: null, MutedBecause: { } why })
        {
            yield return new PostPiece.Line($"Posts do not arrive: {why}. Put that right, then follow again from the channel.");
        }
    }

    private static string Updates(FollowSettings settings) => settings.LeastPriority switch
    {
        WirePriority.Flash => "flash only; the rest wait for the digest",
        WirePriority.Regular or WirePriority.Deferred => "all at once, save deferred ones, which wait for the digest",
        _ => $"{settings.LeastPriority.ToString().ToLowerInvariant()} and above; the rest wait for the digest",
    };
}
