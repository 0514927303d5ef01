using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Digests;
using TalksBot.Core.Follows;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Follows;

/// <summary>What the desk answers about follows: what the channel will hear from now on.</summary>
internal static class FollowReplies
{
    private const int MostDeadlines = 3;

    /// <summary>What differs from the desk's habits, the next digest, and for each deadline the alerts still to come.</summary>
    public static Reply Hears(string heading, Negotiation talks, Follow follow, FollowSettings usual, Instant now) =>
        Reply.Answer(heading, [.. FollowWording.Differing(follow, usual), .. NextDigest(follow, now), .. Alerts(talks, follow, now)]);

    private static IEnumerable<PostPiece> NextDigest(Follow follow, Instant now)
    {
        if (follow.IsListening && follow.Settings is { DigestAt: { } hour, Clock: var clock })
        {
            var due = DigestSchedule.NextAfter(now, hour, clock.Zone);
            yield return new PostPiece.Moment(due, $"Next digest {TimeWording.Full(due, clock)}");
        }
    }

    private static IEnumerable<PostPiece> Alerts(Negotiation talks, Follow follow, Instant now)
    {
        if (!follow.IsListening)
        {
            return [];
        }

        var open = talks.Deadlines.Where(deadline => deadline.IsOpen && deadline.At.ToInstant() > now).OrderBy(deadline => deadline.At.ToInstant()).ToList();
        return open.Take(MostDeadlines)
            .Select(deadline => new PostPiece.Line($"{deadline.Name} {deadline.Label}: {Rungs(deadline.At.ToInstant(), follow.Settings.Ladder, now)}"))
            .DefaultIfEmpty(new PostPiece.Line($"No deadline stands yet: /talks deadline add {talks.Slug} …"))
            .Concat(open.Count > MostDeadlines ? [new PostPiece.Line($"{Typography.More(open.Count - MostDeadlines)}: /talks deadline list {talks.Slug}")] : []);
    }

    private static string Rungs(Instant at, Ladder ladder, Instant now)
    {
        var coming = RungWording.Alerts(CountdownPlan.RungsAhead(at, [ladder], now).ToList());
        var past = ladder.Rungs.Where(rung => at - rung <= now).ToList();
        return past.Count == 0
            ? $"will hear the {coming}"
            : $"will hear the {coming}; too late for the {RungWording.Alerts(past)}";
    }
}
