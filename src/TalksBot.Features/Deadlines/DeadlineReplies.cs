using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Features.Repeating;

namespace TalksBot.Features.Deadlines;

/// <summary>What the desk answers to a change of a deadline: everything that was understood.</summary>
internal static class DeadlineReplies
{
    /// <summary>The deadline as it stands now, and the alerts that will come.</summary>
    public static Reply Set(string heading, Negotiation talks, Deadline deadline, string? note, ChannelAddress channel, Instant now, params IEnumerable<PostPiece> more)
    {
        var pieces = new List<PostPiece>();
        if (note is not null)
        {
            pieces.Add(new PostPiece.Line(note));
        }

        pieces.AddRange(Standing(talks, deadline, channel, now));
        pieces.AddRange(more);
        pieces.AddRange(Twins(talks, deadline));
        return Reply.Answer(new Post(heading, Severity.Calm, pieces)
        {
            Buttons = [Edit(talks, deadline), Move(talks, deadline)],
        });
    }

    /// <summary>Opens a form that shows what is said of a deadline, to be changed.</summary>
    public static PostButton Edit(Negotiation talks, Deadline deadline) => new("Edit", CommandCall.Written(
        "deadline set",
        ("talks", talks.Slug),
        ("deadline", deadline.Name),
        ("label", deadline.Label),
        ("consequence", EditReplies.OrNothing(deadline.Consequence)),
        ("reported", EditReplies.OrNothing(deadline.AsReported)),
        ("by", EditReplies.OrNothing(deadline.SetBy)),
        ("repeat", RepeatInput.Typed(deadline.Repeat))))
    { OpensForm = true };

    /// <summary>Opens a form that shows when a deadline falls, to be moved.</summary>
    public static PostButton Move(Negotiation talks, Deadline deadline) => new("Move…", CommandCall.Written(
        "deadline move",
        ("talks", talks.Slug),
        ("deadline", deadline.Name),
        ("note", PostButton.Unwritten),
        ("by", PostButton.Unwritten),
        ("at", TimeWording.Full(deadline.At))))
    { OpensForm = true };

    /// <summary>When the deadline falls, on every clock, and the alerts that will come, on the clock of the channel that reads it where it follows.</summary>
    public static IEnumerable<PostPiece> Standing(Negotiation talks, Deadline deadline, ChannelAddress channel, Instant now)
    {
        var at = deadline.At.ToInstant();
        return [new PostPiece.Moment(at, $"{TimeWording.ClockLine(at, talks.ClocksFrom(deadline.At.Zone), now)} – {TimeWording.Relative(at, now)}"), Alerts(talks, deadline, channel, now)];
    }

    /// <summary>The deadline was met or withdrawn, and the alerts that will not come any more.</summary>
    public static Reply Settled(Negotiation talks, Deadline deadline, IReadOnlyCollection<Duration> cancelled, Deadline? next, Instant now)
    {
        var at = deadline.At.ToInstant();
        return Reply.Answer(
            $"{deadline.Name} {deadline.State.Words()} · {talks.Title}: {deadline.Label}",
            [
                new PostPiece.Moment(at, $"It {(at > now ? "was to fall" : "fell")} {TimeWording.ClockLine(at, talks.ClocksFrom(deadline.At.Zone), now)}"),
                .. cancelled.Count == 0 ? [new PostPiece.Line("No alert was still to come.")] : CountdownWording.Cancelled(cancelled),
                .. next is null ? Array.Empty<PostPiece>() : [new PostPiece.Line($"{next.Name} follows: {TimeWording.ClockTime(next.At.ToInstant(), talks.ClocksFrom(next.At.Zone)[0], firstDate: null, now)}")],
            ]);
    }

    /// <summary>That another deadline falls at the same moment, which may be the same one entered twice.</summary>
    private static IEnumerable<PostPiece> Twins(Negotiation talks, Deadline deadline) => talks.Deadlines
        .Where(other => other != deadline && other.WantsOutcome && other.At.ToInstant() == deadline.At.ToInstant())
        .Select(other => new PostPiece.Line($"{other.Name} falls at the same time: {other.Label}. Is it the same deadline?"));

    private static PostPiece.Line Alerts(Negotiation talks, Deadline deadline, ChannelAddress channel, Instant now)
    {
        var at = deadline.At.ToInstant();
        var follows = talks.Listening.ToList();
        if (follows.Count == 0)
        {
            return new PostPiece.Line($"No channel follows these talks yet: /talks follow add {talks.Slug}");
        }

        var rungs = CountdownPlan.RungsAhead(at, follows.Select(follow => follow.Settings.Ladder), now).ToList();
        var lead = talks.ClocksFrom(deadline.At.Zone)[0];
        var own = follows.Find(follow => follow.Channel == channel)?.Settings.Clock ?? lead;
        var first = $"{TimeWording.NearDay(at - rungs[0], own, now)}{(own.Zone.Id == lead.Zone.Id ? "" : $" {own.NameAt(now)}")}";
        return new PostPiece.Line($"{Typography.Count(rungs.Count, "alert")} to {Typography.Count(follows.Count, "channel")}, {(rungs.Count == 1 ? "at the deadline itself" : $"the first {first}")}");
    }
}
