using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Digests;
using TalksBot.Core.Follows;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Features.Follows;

/// <summary>What the desk answers about follows: what the channel will hear from now on.</summary>
internal static class FollowReplies
{
    private const int MostDeadlines = 2;

    /// <summary>So many channels are named; more are counted.</summary>
    private const int MostNamed = 3;

    /// <summary>What differs from the desk's habits, the next digest, and for each deadline the alerts still to come.</summary>
    public static Reply Hears(string heading, Negotiation talks, Follow follow, FollowSettings usual, Instant now) =>
        Reply.Answer(new Post(heading, Severity.Calm, [.. FollowWording.Differing(follow, usual), .. NextDigest(follow, now), .. Alerts(talks, follow, now)])
        {
            Buttons = follow.IsListening ? [new PostButton("Edit", Setting(talks, follow)) { OpensForm = true }] : [],
        });

    /// <summary>Several channels: which, what differs where it is the same for all, and when they are first told.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="begun">Those that begin to follow; at least one.</param>
    /// <param name="known">Those that followed already, and go on as they did.</param>
    /// <param name="usual">The desk's habits.</param>
    /// <param name="now">The moment of writing.</param>
    public static Reply Hear(Negotiation talks, IReadOnlyList<Follow> begun, IReadOnlyList<ChannelAddress> known, FollowSettings usual, Instant now) => Reply.Answer(
        $"{Typography.Count(begun.Count, "channel")} {(begun.Count == 1 ? "follows" : "follow")} {talks.Title}",
        [
            new PostPiece.Line(string.Join(", ", begun.Take(MostNamed).Select(follow => $"{follow.Channel}")) + (begun.Count > MostNamed ? $" {Typography.More(begun.Count - MostNamed)}" : "")),
            .. begun.Select(follow => follow.Settings).Distinct().Count() == 1 ? FollowWording.Differing(begun[0], usual) : [new PostPiece.Line($"Each in its own way: /talks follow show {talks.Slug}")],
            .. begun.Select(follow => follow.Settings.Ladder).Distinct().Count() == 1 ? Alerts(talks, begun[0], now) : [],
            .. known.Count == 0 ? [] : new[] { new PostPiece.Line($"{Typography.Count(known.Count, "channel")} followed already and {(known.Count == 1 ? "goes" : "go")} on as before.") },
        ]);

    /// <summary>The command that sets what is set, in the words in which it can be changed.</summary>
    private static string Setting(Negotiation talks, Follow follow)
    {
        var settings = follow.Settings;
        return CommandCall.Written(
            "follow set",
            ("talks", talks.Slug),
            ("channel", $"{follow.Channel}"),
            ("zone", ZoneNames.Read(settings.Clock.Name) is ZoneReading.Known ? settings.Clock.Name : settings.Clock.Zone.Id),
            ("digest", settings.DigestAt is { } hour ? HourText.Write(hour) : "none"),
            ("ladder", $"{settings.Ladder}"),
            ("priority", settings.LeastPriority.ToString().ToLowerInvariant()),
            ("quiet", settings.Quiet?.ToString() ?? "none"));
    }

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
            .Select(deadline => new PostPiece.Line($"{deadline.Name}: {Rungs(deadline, follow, now)}"))
            .DefaultIfEmpty(new PostPiece.Line($"No deadline stands yet: /talks deadline add {talks.Slug} …"))
            .Concat(open.Count > MostDeadlines ? [new PostPiece.Line($"{Typography.More(open.Count - MostDeadlines)}: /talks deadline list {talks.Slug}")] : []);
    }

    private static string Rungs(Deadline deadline, Follow follow, Instant now)
    {
        var (at, ladder) = (deadline.At.ToInstant(), follow.Settings.Ladder);
        var coming = CountdownPlan.RungsAhead(at, [ladder], now).ToList();
        var first = coming.Count == 1 ? "at the deadline itself" : $"the first {TimeWording.NearDay(at - coming[0], follow.Settings.Clock, now)}";
        var past = ladder.Rungs.Where(rung => at - rung <= now).ToList();
        return $"{Typography.Count(coming.Count, "alert")}, {first}{(past.Count == 0 ? "" : $"; too late for the {RungWording.Alerts(past)}")}";
    }
}
