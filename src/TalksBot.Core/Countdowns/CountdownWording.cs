using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Countdowns;

/// <summary>What the desk says about a deadline. Pure.</summary>
public static class CountdownWording
{
    /// <summary>A rung: how long is left, every clock, the consequence, the status.</summary>
    public static Post Rung(Negotiation talks, Deadline deadline, Duration rung)
    {
        var at = deadline.At.ToInstant();
        var due = at - rung;
        return new Post($"{TimeWording.Span(rung)} to go: {deadline.Label}", Loudness(rung), [.. Facts(talks, deadline, due)])
        {
            About = deadline.Label,
            DueOnClock = OnClock(talks, deadline, due),
            Buttons = rung <= CountdownPlan.AsksFrom ? [AcknowledgeWording.Button(talks, deadline.Name)] : [],
        };
    }

    /// <summary>The deadline's own moment, with nobody having said what came of it.</summary>
    public static Post Passed(Negotiation talks, Deadline deadline)
    {
        var at = deadline.At.ToInstant();
        return new Post($"Deadline passed – outcome not yet known: {deadline.Label}", Severity.Pressing, [.. Facts(talks, deadline, at)])
        {
            About = deadline.Label,
            DueOnClock = OnClock(talks, deadline, at),
            Buttons = [AcknowledgeWording.Button(talks, deadline.Name)],
        };
    }

    /// <summary>Asks the desk to record what came of a deadline that passed.</summary>
    public static Post Nudge(Negotiation talks, Deadline deadline, Duration since) => new(
        $"Outcome still not recorded: {deadline.Label}",
        Severity.Pressing,
        [
            new PostPiece.Line($"{deadline.Name} of {talks.Title} passed {TimeWording.Span(since)} ago and nobody has said what came of it."),
            new PostPiece.Line($"Record it: /talks outcome {talks.Slug} agreed \"…\" (or lapsed, collapsed), or /talks deadline move {talks.Slug} {deadline.Name} …"),
        ])
    {
        DueOnClock = OnClock(talks, deadline, deadline.At.ToInstant() + since),
    };

    /// <summary>A deadline falls at another time.</summary>
    public static Post Moved(Negotiation talks, Deadline deadline, CivilTime before, Instant now) => new(
        $"Deadline moved: {deadline.Label}",
        Severity.Notable,
        [
            new PostPiece.Field("Was", TimeWording.Full(before)),
            new PostPiece.Field("Now", $"{TimeWording.Full(deadline.At)}, {TimeWording.Relative(deadline.At.ToInstant(), now)}"),
            .. Facts(talks, deadline, now),
        ])
    {
        DueOnClock = OnClock(talks, deadline, now),
    };

    /// <summary>A deadline was met or withdrawn.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="note">Why, or empty.</param>
    /// <param name="cancelled">The rungs that will not come any more.</param>
    /// <param name="now">When.</param>
    public static Post Settled(Negotiation talks, Deadline deadline, string note, IReadOnlyCollection<Duration> cancelled, Instant now) => new(
        $"Deadline {deadline.State.Words()}: {deadline.Label}",
        deadline.State is DeadlineState.Met ? Severity.Good : Severity.Notable,
        [
            .. note.Length == 0 ? Array.Empty<PostPiece>() : [new PostPiece.Line(note)],
            .. Facts(talks, deadline, now),
            .. Cancelled(cancelled),
        ])
    {
        DueOnClock = OnClock(talks, deadline, now),
    };

    /// <summary>The line that says which alerts will not come any more; none when there were none.</summary>
    public static IEnumerable<PostPiece> Cancelled(IReadOnlyCollection<Duration> cancelled)
    {
        if (cancelled.Count > 0)
        {
            yield return new PostPiece.Line($"Cancelled: the {RungWording.Alerts(cancelled)}");
        }
    }

    private static IEnumerable<PostPiece> Facts(Negotiation talks, Deadline deadline, Instant now)
    {
        var at = deadline.At.ToInstant();
        yield return new PostPiece.Moment(at, TimeWording.ClockLine(at, talks.ClocksFrom(deadline.At.Zone), now));
        if (deadline.Consequence.Length > 0)
        {
            yield return new PostPiece.Field("If it passes", deadline.Consequence);
        }

        yield return new PostPiece.Field("Talks", $"{talks.Title} – {talks.Status.Words()}");
    }

    private static string OnClock(Negotiation talks, Deadline deadline, Instant at) =>
        TimeWording.ClockTimeShort(at, talks.ClocksFrom(deadline.At.Zone)[0]);

    private static Severity Loudness(Duration rung) => rung switch
    {
        _ when rung <= Duration.FromHours(1) => Severity.Pressing,
        _ when rung <= Duration.FromHours(24) => Severity.Notable,
        _ => Severity.Calm,
    };
}
