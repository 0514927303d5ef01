using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Talks;

/// <summary>What the desk says when the talks themselves turn. Pure.</summary>
public static class OutcomeWording
{
    /// <summary>A longer outcome does not fit beside the talks' name in a notification.</summary>
    private const int LongestInHeading = UserText.LineLimit;

    /// <summary>How the talks ended, and which alerts will not come any more.</summary>
    /// <param name="talks">The talks, with their outcome recorded.</param>
    /// <param name="settled">The deadlines that the outcome settled.</param>
    /// <param name="cancelled">The rungs that will not come any more.</param>
    /// <param name="now">When.</param>
    public static Post Concluded(
        Negotiation talks, IReadOnlyList<Deadline> settled, IReadOnlyCollection<Duration> cancelled, Instant now)
    {
        var outcome = talks.Outcome ?? throw new InvalidOperationException("The talks have no outcome.");
        var isShort = outcome.Line.Length <= LongestInHeading;
        var pieces = new List<PostPiece>();
        if (!isShort)
        {
            pieces.Add(new PostPiece.Line(outcome.Line));
        }

        pieces.AddRange(settled.Select(deadline => new PostPiece.Field(deadline.Name, $"{deadline.State.Words()} – {deadline.Label}")));
        pieces.AddRange(Unsaid(talks, now));
        pieces.AddRange(CountdownWording.Cancelled(cancelled));
        return About(outcome.Kind.Words().ToUpperInvariant(), TalksHeading.Of(talks, isShort ? outcome.Line : ""), outcome.Kind is OutcomeKind.Agreed ? Severity.Good : Severity.Pressing, pieces, talks, now);
    }

    /// <summary>The talks were suspended, resumed or closed.</summary>
    public static Post Turned(Negotiation talks, string note, IReadOnlyCollection<Duration> cancelled, Instant now) => About(
        $"Talks {talks.Status.Words()}",
        TalksHeading.Of(talks),
        Severity.Nearing,
        [.. note.Length == 0 ? Array.Empty<PostPiece>() : [new PostPiece.Line(note)], .. CountdownWording.Cancelled(cancelled)],
        talks,
        now);

    /// <summary>Talks that had ended are open again.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="note">Why, or empty.</param>
    /// <param name="void">The outcome that holds no more; null where none was recorded.</param>
    /// <param name="now">When.</param>
    public static Post Reopened(Negotiation talks, string note, Outcome? @void, Instant now) => About(
        "Talks open again",
        TalksHeading.Of(talks),
        Severity.Nearing,
        [
            .. note.Length == 0 ? Array.Empty<PostPiece>() : [new PostPiece.Line(note)],
            .. @void is null ? [] : new[] { new PostPiece.Line($"No longer: {@void.Kind.Words()} – {Typography.Shorten(@void.Line, LongestInHeading)}") },
            .. talks.Deadlines.Where(deadline => deadline.WantsOutcome).OrderBy(deadline => deadline.At.ToInstant()).Take(1).SelectMany(deadline => DeadlineWording.Pieces(deadline, talks.ClocksFrom(deadline.At.Zone), now).Take(2)),
        ],
        talks,
        now);

    /// <summary>That talks ended says nothing of a deadline that had passed before.</summary>
    private static IEnumerable<PostPiece> Unsaid(Negotiation talks, Instant now) =>
        from deadline in talks.Deadlines
        where deadline.WantsOutcome && deadline.At.ToInstant() <= now
        let fell = TimeWording.ClockTime(deadline.At.ToInstant(), talks.ClocksFrom(deadline.At.Zone)[0], firstDate: null, now)
        select new PostPiece.Field(deadline.Name, $"passed {fell} before this was recorded – {deadline.Label}");

    private static Post About(string label, string heading, Severity severity, IReadOnlyList<PostPiece> pieces, Negotiation talks, Instant now) =>
        new(heading, severity, pieces) { Label = label, DueOnClock = TimeWording.ClockTimeShort(now, talks.ClocksFrom(talks.Zone)[0]) };
}
