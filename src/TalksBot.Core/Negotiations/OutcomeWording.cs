using TalksBot.Core.Countdowns;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>What the desk says when the talks themselves turn. Pure.</summary>
public static class OutcomeWording
{
    /// <summary>How the talks ended, and which alerts will not come any more.</summary>
    /// <param name="talks">The talks, with their outcome recorded.</param>
    /// <param name="settled">The deadlines that the outcome settled.</param>
    /// <param name="cancelled">The rungs that will not come any more.</param>
    /// <param name="now">When.</param>
    public static Post Concluded(
        Negotiation talks, IReadOnlyList<Deadline> settled, IReadOnlyCollection<Duration> cancelled, Instant now)
    {
        var outcome = talks.Outcome ?? throw new InvalidOperationException("The talks have no outcome.");
        var pieces = new List<PostPiece> { new PostPiece.Line(outcome.Line) };
        pieces.AddRange(settled.Select(deadline => new PostPiece.Field(deadline.Name, $"{deadline.State.Words()} – {deadline.Label}")));
        pieces.AddRange(CountdownWording.Cancelled(cancelled));
        pieces.Add(Recorded(talks, now));
        var severity = outcome.Kind is OutcomeKind.Agreed ? Severity.Good : Severity.Pressing;
        return new Post($"{outcome.Kind.Words().ToUpperInvariant()}: {talks.Title}", severity, pieces) { DueOnClock = OnClock(talks, now) };
    }

    /// <summary>The talks were suspended, resumed or closed.</summary>
    public static Post Turned(Negotiation talks, string note, IReadOnlyCollection<Duration> cancelled, Instant now) => new(
        $"Talks {talks.Status.Words()}: {talks.Title}",
        Severity.Notable,
        [
            .. note.Length == 0 ? Array.Empty<PostPiece>() : [new PostPiece.Line(note)],
            .. CountdownWording.Cancelled(cancelled),
            Recorded(talks, now),
        ])
    {
        DueOnClock = OnClock(talks, now),
    };

    private static PostPiece.Moment Recorded(Negotiation talks, Instant now) =>
        new(now, $"Recorded {TimeWording.ClockLine(now, talks.ClocksFrom(talks.Zone), now)}");

    private static string OnClock(Negotiation talks, Instant now) =>
        TimeWording.ClockTimeShort(now, talks.ClocksFrom(talks.Zone)[0]);
}
