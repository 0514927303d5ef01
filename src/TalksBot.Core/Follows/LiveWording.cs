using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Core.Talks;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Follows;

/// <summary>
/// The pinned message that always shows where talks stand. It names no time left: it changes when the record does, and the
/// platform's own clocks do the counting. Pure.
/// </summary>
public static class LiveWording
{
    private const int MostDeadlines = 4;
    private const int MostSessions = 1;

    /// <summary>It is read on a phone, above everything else in its channel.</summary>
    private const int Lines = 18;

    /// <summary>Two lines of a phone.</summary>
    private const int LabelLength = (2 * PhoneLines.Width) - 20;

    /// <summary>The outcome, the deadlines and sessions still awaited, the latest updates, the accounts that differ.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="clock">The channel's own clock.</param>
    /// <param name="changed">When the record last changed.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Write(Negotiation talks, WallClock clock, Instant changed, Instant now)
    {
        var accounts = AccountsWording.Brief(talks);
        var updates = UpdateListWording.InOrder(talks.Published.Where(update => !accounts.Quotes(update))).Take(StatusWording.LatestUpdates).Select(UpdateListWording.Few).ToList();
        var whole = Written(MostDeadlines, updates.Count);

        // What does not fit on a phone is the later deadlines, then the older updates.
        var least = accounts.Pieces.Count > 0 ? 0 : 1;
        for (var (deadlines, latest) = (MostDeadlines, updates.Count); PhoneLines.Of(whole) > Lines && (deadlines > 1 || latest > least); whole = Written(deadlines, latest))
        {
            (deadlines, latest) = deadlines > 1 ? (deadlines - 1, latest) : (deadlines, latest - 1);
        }

        return whole;

        Post Written(int deadlines, int latest) => new(
            TalksHeading.Of(talks, talks.Status.Words()),
            talks.Status is TalksStatus.Agreed ? Severity.Good : Severity.Calm,
            [
                .. StatusWording.Outcome(talks, clock, changed),
                .. talks.Status is TalksStatus.Closed ? [] : Deadlines(talks, deadlines, changed),
                .. talks.Status is TalksStatus.Closed ? [] : Sessions(talks, changed, now),
                .. updates.Take(latest),
                .. accounts.Pieces,
                new PostPiece.Field("As of", TimeWording.ClockTime(TimeWording.Minute(AsOf(talks, changed)), clock, firstDate: null, now)) { Weight = PieceWeight.Essential },
            ])
        {
            DueOnClock = TimeWording.ClockTimeShort(changed, clock),
            More = $"/talks status {talks.Slug}",
        };
    }

    /// <summary>The message once nobody keeps it any more.</summary>
    public static Post Ended(Post last) => last with
    {
        Marks = [PostMark.Ended, .. last.Marks.Where(mark => mark is not PostMark.Ended)],
        Pieces = [.. last.Pieces, new PostPiece.Line($"{last.More ?? "/talks status"} shows how things stand.")],
        Buttons = [],
    };

    /// <summary>What it says of a deadline that passed holds since the deadline, not since the change before.</summary>
    private static Instant AsOf(Negotiation talks, Instant changed) => talks.Deadlines
        .Where(deadline => deadline.State is DeadlineState.PassedUnknown)
        .Select(deadline => deadline.At.ToInstant())
        .Append(changed)
        .Max();

    private static IEnumerable<PostPiece> Deadlines(Negotiation talks, int most, Instant now)
    {
        var awaited = talks.Deadlines.Where(known => known.WantsOutcome).OrderBy(known => known.At.ToInstant()).ToList();
        foreach (var deadline in awaited.Take(most))
        {
            var at = deadline.At.ToInstant();
            yield return new PostPiece.Section($"{deadline.Name} {Typography.Shorten(deadline.Label, LabelLength)}{(deadline.IsOpen ? "" : ": passed, outcome not yet known")}");
            yield return new PostPiece.Moment(at, TimeWording.ClockLine(at, talks.ClocksFrom(deadline.At.Zone), now)) { Weight = PieceWeight.Essential };
        }

        if (awaited.Count > most)
        {
            yield return new PostPiece.Section($"{Typography.More(awaited.Count - most)} deadline{(awaited.Count == most + 1 ? "" : "s")}: /talks deadline list {talks.Slug}");
        }
    }

    /// <summary>What is under way, else what comes next, else what nobody reported, which is not awaited for ever.</summary>
    private static IEnumerable<PostPiece> Sessions(Negotiation talks, Instant changed, Instant now)
    {
        foreach (var session in talks.Sessions.Where(known => known.IsAwaited(now)).OrderBy(known => known.IsOverdue(now)).ThenBy(known => known.StartsAt.ToInstant()).Take(MostSessions))
        {
            var start = session.StartsAt.ToInstant();
            var when = TimeWording.ClockTime(start, talks.ClocksFrom(session.StartsAt.Zone)[0], firstDate: null, changed);
            var state = session.State is SessionState.Planned ? "planned" : session.GoesOn(now) ? "under way since" : "began";
            yield return new PostPiece.Moment(start, $"{session.Name} {state} {when}{SessionListWording.Details(session)}") { Weight = PieceWeight.Essential };
        }
    }
}
