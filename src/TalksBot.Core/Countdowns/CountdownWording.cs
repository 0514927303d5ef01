using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Countdowns;

/// <summary>What the desk says about a deadline. Pure.</summary>
public static class CountdownWording
{
    /// <summary>An alert is read at a glance: two lines of a phone; the whole stands where there is room, and in the status.</summary>
    private const int ConsequenceLength = 62;

    /// <summary>So many alerts are named; more are counted.</summary>
    private const int MostNamed = 3;

    /// <summary>So many deadlines that moved together are named; more are counted.</summary>
    private const int MostMoved = 4;

    private const string SnoozeCommand = "/talks snooze";

    /// <summary>A rung: how long is left, every clock, the consequence.</summary>
    public static Post Rung(Negotiation talks, Deadline deadline, Duration rung)
    {
        var due = deadline.At.ToInstant() - rung;
        return About($"{Typography.Capital(RungWording.Length(rung))} to go", talks, deadline, due, Loudness(rung), [Falls(talks, deadline, due), .. Consequence(deadline), .. CoverWording.Pieces(deadline.Cover)]) with
        {
            Buttons = rung <= CountdownPlan.AsksFrom ? [AcknowledgeWording.Button(talks, deadline.Name)] : [],
        };
    }

    /// <summary>The deadline's own moment, with nobody having said what came of it.</summary>
    public static Post Passed(Negotiation talks, Deadline deadline)
    {
        var at = deadline.At.ToInstant();
        return About("Deadline passed, outcome not known", talks, deadline, at, Severity.Passed, [Falls(talks, deadline, at, "Fell "), .. CoverWording.Pieces(deadline.Cover)]) with
        {
            Buttons = [.. Endings(talks, deadline), AcknowledgeWording.Button(talks, deadline.Name)],
        };
    }

    /// <summary>Asks the desk to record what came of a deadline that passed.</summary>
    public static Post Nudge(Negotiation talks, Deadline deadline, Duration since)
    {
        var now = deadline.At.ToInstant() + since;
        return About("Outcome still not recorded", talks, deadline, now, Severity.Trouble,
            [
                new PostPiece.Line($"{deadline.Name} passed {TimeWording.Span(since)} ago, and nobody has said what came of it: met, moved, withdrawn or lapsed."),
                .. talks.Outcome is null ? [new PostPiece.Line("Outcome… is for the talks themselves, where they have ended.")] : Array.Empty<PostPiece>(),
            ]) with
        {
            Buttons = [.. Endings(talks, deadline), new($"Ask again in {RungWording.Length(CountdownPlan.Snooze)}", $"{SnoozeCommand} talks:{talks.Slug} deadline:{deadline.Name} span:{DurationText.Write(CountdownPlan.Snooze)}")],
        };
    }

    /// <summary>What an alert says once the deadline's words are others: a rung or the word that it passed, wherever it stands.</summary>
    /// <param name="shown">The alert as it reads now.</param>
    /// <param name="talks">The talks.</param>
    /// <param name="was">The deadline as it read when the alert was written.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="rung">How long before the deadline the alert stands.</param>
    public static Post Reworded(Post shown, Negotiation talks, Deadline was, Deadline deadline, Duration rung) => PostReversal.Rewritten(
        shown, Alert(talks, was, rung), Alert(talks, deadline, rung), TalksHeading.Beside(shown.Label, talks, deadline.Label));

    /// <summary>What a channel is told that saw an alert in other words.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="was">The deadline as it read before.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="stamp">Who says it otherwise, and when.</param>
    public static Post ReadsOtherwise(Negotiation talks, Deadline was, Deadline deadline, Stamp stamp) => About(
        "Now reads",
        talks,
        deadline,
        stamp.At,
        Severity.Notable,
        [
            .. was.Label == deadline.Label ? Array.Empty<PostPiece>() : [PostPiece.Field.Brief("Was", was.Label, ConsequenceLength)],
            .. was.Consequence == deadline.Consequence ? [] : new[]
            {
                PostPiece.Field.Brief("If it passes", deadline.Consequence.Length == 0 ? "not known" : deadline.Consequence, ConsequenceLength),
                PostPiece.Field.Brief("Said before", was.Consequence.Length == 0 ? "nothing" : was.Consequence, ConsequenceLength),
            },
            new PostPiece.Line($"by {stamp.By}"),
        ]);

    /// <summary>A question to the desk that somebody has put off: who did and until when, and nobody puts it off twice.</summary>
    public static Post Snoozed(Post nudge, string line) => nudge with
    {
        Pieces = [.. nudge.Pieces, new PostPiece.Line(line)],
        Buttons = [.. nudge.Buttons.Where(button => !AsksLater(button))],
    };

    /// <summary>True for a question to the desk that can be put off.</summary>
    public static bool CanWait(Post post) => post.Buttons.Any(AsksLater);

    /// <summary>As in <c>Asked again 14:20 Washington, wanted by Ann</c>.</summary>
    public static string SnoozeLine(Negotiation talks, Deadline deadline, Instant again, string by) =>
        $"Asked again {TimeWording.ClockTimeShort(again, talks.ClocksFrom(deadline.At.Zone)[0])}, wanted by {by}";

    private static bool AsksLater(PostButton button) => button.Command.StartsWith(SnoozeCommand, StringComparison.Ordinal);

    /// <summary>A deadline falls at another time.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="deadline">The deadline, as moved.</param>
    /// <param name="before">When it fell before.</param>
    /// <param name="why">Why, and by whose word; where nobody's is named, whoever recorded it stands beside the old time.</param>
    /// <param name="stamp">Who recorded it, and when.</param>
    public static Post Moved(Negotiation talks, Deadline deadline, CivilTime before, MoveReason why, Stamp stamp) => About(
        Shift("Moved", before, deadline.At),
        talks,
        deadline,
        stamp.At,
        Severity.Nearing,
        [
            new PostPiece.Moment(deadline.At.ToInstant(), $"now {TimeWording.ClockDays(deadline.At.ToInstant(), talks.ClocksFrom(deadline.At.Zone), stamp.At)}"),
            .. why.Pieces(before, talks.ClocksFrom(before.Zone)[0], stamp, tellsWho: true),
        ]);

    /// <summary>Every deadline of the talks that was still to come falls at another time.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="moved">The deadlines, as moved, with when each fell before; not empty.</param>
    /// <param name="why">Why, and by whose word.</param>
    /// <param name="stamp">Who recorded it, and when.</param>
    public static Post AllMoved(Negotiation talks, IReadOnlyList<(Deadline Deadline, CivilTime Before)> moved, MoveReason why, Stamp stamp)
    {
        var label = Shift("Moved", moved[0].Before, moved[0].Deadline.At);
        var first = moved.Select(move => move.Deadline.At).MinBy(at => at.ToInstant())!;
        return new(TalksHeading.Beside(label, talks, $"all {Typography.Count(moved.Count, "deadline")}"), Severity.Nearing,
            [
                .. moved.OrderBy(move => move.Deadline.At.ToInstant()).Take(MostMoved).SelectMany(move => Now(talks, move.Deadline, stamp.At)),
                .. moved.Count > MostMoved ? [new PostPiece.Line($"{Typography.More(moved.Count - MostMoved)}: /talks deadline list {talks.Slug}")] : Array.Empty<PostPiece>(),
                .. why.Pieces(stamp),
            ])
        {
            Label = label,
            DueOnClock = TimeWording.ClockTimeShort(stamp.At, talks.ClocksFrom(first.Zone)[0]),
        };
    }

    /// <summary>A deadline was met or withdrawn, or lapsed.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="note">Why, or empty.</param>
    /// <param name="cancelled">The rungs that will not come any more.</param>
    /// <param name="now">When.</param>
    public static Post Settled(Negotiation talks, Deadline deadline, string note, IReadOnlyCollection<Duration> cancelled, Instant now) => About(
        $"Deadline {deadline.State.Words()}",
        talks,
        deadline,
        now,
        deadline.State switch
        {
            DeadlineState.Met => Severity.Good,
            DeadlineState.Lapsed => Severity.Passed,
            _ => Severity.Nearing,
        },
        [
            .. note.Length == 0 ? Array.Empty<PostPiece>() : [new PostPiece.Line(note)],
            Falls(talks, deadline, now, deadline.At.ToInstant() > now ? "was due " : "fell "),
            .. Cancelled(cancelled),
        ]);

    /// <summary>How much later or earlier something is now, as in <c>Moved 24 h later</c>.</summary>
    public static string Shift(string verb, CivilTime before, CivilTime after)
    {
        var by = after.ToInstant() - before.ToInstant();
        return by > Duration.Zero ? $"{verb} {RungWording.Length(by)} later" : $"{verb} {RungWording.Length(-by)} earlier";
    }

    /// <summary>The line that says which alerts will not come any more, or how many; none when there were none.</summary>
    public static IEnumerable<PostPiece> Cancelled(IReadOnlyCollection<Duration> cancelled)
    {
        if (cancelled.Count > 0)
        {
            yield return new PostPiece.Line(cancelled.Count > MostNamed ? $"Cancelled: {Typography.Count(cancelled.Count, "alert")}" : $"Cancelled: the {RungWording.Alerts(cancelled)}");
        }
    }

    private static Post Alert(Negotiation talks, Deadline deadline, Duration rung) => rung == Duration.Zero ? Passed(talks, deadline) : Rung(talks, deadline, rung);

    /// <summary>One of several deadlines, where it falls now.</summary>
    private static IEnumerable<PostPiece> Now(Negotiation talks, Deadline deadline, Instant now) =>
        [new PostPiece.Line($"{deadline.Name} {deadline.Label}"), Falls(talks, deadline, now, "now ") with { Continues = true }];

    private static Post About(string label, Negotiation talks, Deadline deadline, Instant due, Severity severity, IReadOnlyList<PostPiece> pieces) =>
        new(TalksHeading.Beside(label, talks, deadline.Label), severity, pieces)
        {
            Label = label,
            DueOnClock = TimeWording.ClockTimeShort(due, talks.ClocksFrom(deadline.At.Zone)[0]),
        };

    private static PostPiece.Moment Falls(Negotiation talks, Deadline deadline, Instant now, string verb = "")
    {
        var at = deadline.At.ToInstant();
        return new(at, $"{verb}{TimeWording.ClockLine(at, talks.ClocksFrom(deadline.At.Zone), now)}");
    }

    /// <summary>Only while it can still be said of it: a deadline that was met or has passed threatens nothing.</summary>
    private static IEnumerable<PostPiece> Consequence(Deadline deadline) =>
        deadline.Consequence.Length == 0 ? [] : [PostPiece.Field.Brief("If it passes", deadline.Consequence, ConsequenceLength)];

    private static IReadOnlyList<PostButton> Endings(Negotiation talks, Deadline deadline) =>
    [
        new("Met", $"/talks deadline met talks:{talks.Slug} deadline:{deadline.Name}"),
        new("Moved…", $"/talks deadline move {talks.Slug} {deadline.Name} note:{PostButton.Unwritten} by:{PostButton.Unwritten} at:{PostButton.Unwritten}") { OpensForm = true },
        new("Withdrawn", $"/talks deadline withdraw talks:{talks.Slug} deadline:{deadline.Name}"),
        new("Lapsed", $"/talks deadline lapsed talks:{talks.Slug} deadline:{deadline.Name}"),
        .. talks.Outcome is null ? [new("Outcome…", $"/talks outcome talks:{talks.Slug} kind:{OutcomeKind.Agreed.Words()} line:{PostButton.Unwritten}") { OpensForm = true }] : Array.Empty<PostButton>(),
    ];

    private static Severity Loudness(Duration rung) => rung < Duration.FromHours(1) ? Severity.Pressing : Severity.Nearing;
}
