using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Deadlines;

/// <summary>What the desk answers to a change of a deadline: everything that was understood.</summary>
internal static class DeadlineReplies
{
    /// <summary>The deadline as it stands now, and the alerts that will come.</summary>
    public static Reply Set(string heading, Negotiation talks, Deadline deadline, string? note, Instant now)
    {
        var at = deadline.At.ToInstant();
        var pieces = new List<PostPiece>();
        if (note is not null)
        {
            pieces.Add(new PostPiece.Line(note));
        }

        pieces.Add(new PostPiece.Moment(at, TimeWording.ClockLine(at, talks.ClocksFrom(deadline.At.Zone), now)));
        pieces.Add(new PostPiece.Line(TimeWording.Relative(at, now)));
        pieces.Add(Alerts(talks, at, now));
        return Reply.Answer(new Post(heading, Severity.Calm, pieces));
    }

    /// <summary>The deadline was met or withdrawn, and the alerts that will not come any more.</summary>
    public static Reply Settled(Negotiation talks, Deadline deadline, IReadOnlyCollection<Duration> cancelled, Instant now)
    {
        var at = deadline.At.ToInstant();
        return Reply.Answer(
            $"{deadline.Name} {deadline.State.Words()}: {deadline.Label}",
            [
                new PostPiece.Moment(at, TimeWording.ClockLine(at, talks.ClocksFrom(deadline.At.Zone), now)),
                .. cancelled.Count == 0 ? [new PostPiece.Line("No alert was still to come.")] : CountdownWording.Cancelled(cancelled),
            ]);
    }

    private static PostPiece.Line Alerts(Negotiation talks, Instant at, Instant now)
    {
        var follows = talks.Listening.ToList();
        if (follows.Count == 0)
        {
            return new PostPiece.Line($"No channel follows these talks yet: /talks follow add {talks.Slug}");
        }

        var rungs = CountdownPlan.RungsAhead(at, follows.Select(follow => follow.Settings.Ladder), now).ToList();
        return new PostPiece.Line(
            $"{follows.Count} {(follows.Count == 1 ? "channel" : "channels")} will hear the {RungWording.Alerts(rungs)}");
    }
}
