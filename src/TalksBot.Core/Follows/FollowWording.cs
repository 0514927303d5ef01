using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Follows;

/// <summary>How a channel follows talks, as answers show it. Pure.</summary>
public static class FollowWording
{
    /// <summary>A follow in a line: its own clock, its digest, and what differs from the desk's habits.</summary>
    /// <param name="follow">The follow.</param>
    /// <param name="usual">The desk's habits.</param>
    public static string Line(Follow follow, FollowSettings usual) => string.Join(" · ",
    [
        $"{follow.Channel}{(Standing(follow) is var standing && standing == Follows ? "" : $": {standing}")}",
        .. Differences(follow.Settings, usual).DefaultIfEmpty("as usual"),
    ]);

    /// <summary>What differs from the desk's habits, a piece each, and whether posts arrive; one line where nothing does.</summary>
    public static IEnumerable<PostPiece> Differing(Follow follow, FollowSettings usual) =>
    [
        .. Trouble(follow),
        new PostPiece.Line(Differences(follow.Settings, usual).ToList() is { Count: > 0 } differences ? Typography.Capital(string.Join(" · ", differences)) : "As usual at this desk"),
    ];

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
                .. settings.Thread ? [new PostPiece.Field("Posts", follow.Thread is null ? "in a thread of the channel, once it is open" : "in a thread of the channel")] : Array.Empty<PostPiece>(),
                new PostPiece.Field("Follows since", TimeWording.Full(TimeWording.Minute(follow.Since), settings.Clock)),
            ]);
    }

    private const string Follows = "follows";

    private static string Standing(Follow follow) => follow switch
    {
        { RemovedAt: not null } => "does not follow any more",
        { MutedBecause: not null } => "is told nothing for now",
        _ => Follows,
    };

    private static IEnumerable<PostPiece> Trouble(Follow follow)
    {
        if (follow is { RemovedAt: null, MutedBecause: { } why })
        {
            yield return new PostPiece.Line($"Posts do not arrive: {why}. Put that right, then follow again from the channel.");
        }
    }

    private static IEnumerable<string> Differences(FollowSettings settings, FollowSettings usual) => new (bool Differs, string Words)[]
    {
        (settings.Clock.Zone.Id != usual.Clock.Zone.Id, $"clock {settings.Clock}"),
        (settings.DigestAt != usual.DigestAt, settings.DigestAt is { } hour ? $"digest at {HourText.Write(hour)}" : "no digest"),
        (!settings.Ladder.Equals(usual.Ladder), $"alerts {settings.Ladder}"),
        (settings.LeastPriority != usual.LeastPriority, Updates(settings)),
        (settings.Mention != usual.Mention, $"mentions {settings.Mention ?? "nobody"}"),
        (settings.Quiet != usual.Quiet, $"quiet {settings.Quiet?.ToString() ?? "never"}"),
        (settings.Escalate != usual.Escalate, $"escalates to {settings.Escalate ?? "nobody"}"),
        (settings.Live != usual.Live, settings.Live ? "live status" : "no live status"),
        (settings.Thread != usual.Thread, settings.Thread ? "in a thread" : "in no thread"),
    }.Where(setting => setting.Differs).Select(setting => setting.Words);

    private static string Updates(FollowSettings settings)
    {
        var rest = settings.DigestAt is null ? "the rest are not told here" : "the rest wait for the digest";
        return settings.LeastPriority switch
        {
            WirePriority.Flash => $"flash only; {rest}",
            WirePriority.Regular or WirePriority.Deferred when settings.DigestAt is null => "all at once, save deferred ones, which are not told here: there is no digest",
            WirePriority.Regular or WirePriority.Deferred => "all at once, save deferred ones, which wait for the digest",
            _ => $"{settings.LeastPriority.ToString().ToLowerInvariant()} and above; {rest}",
        };
    }
}
