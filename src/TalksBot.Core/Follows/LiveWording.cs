using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Follows;

/// <summary>
/// The pinned message that always shows where talks stand. It names no time left: it changes when the record does, and the
/// platform's own clocks do the counting. Pure.
/// </summary>
public static class LiveWording
{
    /// <summary>The outcome, the deadlines and sessions still awaited, the accounts that differ, the last update.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="clock">The channel's own clock.</param>
    /// <param name="changed">When the record last changed.</param>
    public static Post Write(Negotiation talks, WallClock clock, Instant changed) => new(
        $"{talks.Title}: {talks.Status.Words()}",
        talks.Status is TalksStatus.Agreed ? Severity.Good : Severity.Calm,
        [
            .. StatusWording.Outcome(talks, changed),
            .. talks.Status is TalksStatus.Closed ? [] : Deadlines(talks, changed),
            .. talks.Status is TalksStatus.Closed ? [] : Sessions(talks, changed),
            .. UpdateListWording.DifferingAccounts(talks, clock, changed),
            .. Latest(talks, changed),
            new PostPiece.Field("As of", TimeWording.Full(changed, clock)),
        ])
    {
        DueOnClock = TimeWording.ClockTimeShort(changed, clock),
    };

    /// <summary>The message once nobody keeps it any more.</summary>
    public static Post Ended(Post last) => PostMarks.Answered(last, "This message is no longer kept up to date: /talks status shows how things stand.");

    private static IEnumerable<PostPiece> Deadlines(Negotiation talks, Instant now)
    {
        foreach (var deadline in talks.Deadlines.Where(known => known.WantsOutcome).OrderBy(known => known.At.ToInstant()))
        {
            var at = deadline.At.ToInstant();
            yield return new PostPiece.Section($"{deadline.Name} {deadline.Label}{(deadline.IsOpen ? "" : ": passed, outcome not yet known")}");
            yield return new PostPiece.Moment(at, TimeWording.ClockLine(at, talks.ClocksFrom(deadline.At.Zone), now));
            if (deadline.Consequence.Length > 0)
            {
                yield return new PostPiece.Line($"If it passes: {deadline.Consequence}");
            }
        }
    }

    private static IEnumerable<PostPiece> Sessions(Negotiation talks, Instant now)
    {
        foreach (var session in talks.Sessions.Where(known => known.State is SessionState.Planned or SessionState.UnderWay).OrderBy(known => known.StartsAt.ToInstant()))
        {
            var start = session.StartsAt.ToInstant();
            yield return new PostPiece.Section($"{session.Name} {(session.State is SessionState.UnderWay ? "under way" : "planned")}{SessionListWording.Details(session)}");
            yield return new PostPiece.Moment(start, TimeWording.ClockLine(start, talks.ClocksFrom(session.StartsAt.Zone), now));
        }
    }

    private static IEnumerable<PostPiece> Latest(Negotiation talks, Instant now) =>
        talks.Published.MaxBy(update => (update.HeardAt, update.Number)) is { } latest
            ? [new PostPiece.Section("Last update"), UpdateListWording.Quote(talks, latest, now)]
            : [];
}
