using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Core.Times;

namespace TalksBot.Core.Talks;

/// <summary>What comes next, over all talks. Pure.</summary>
public static class NextWording
{
    /// <summary>The deadlines and sessions still waited for, soonest first, on every clock.</summary>
    /// <param name="page">Those of the page.</param>
    public static Post Write(Page<(Negotiation Talks, Upcoming Coming)> page) => page.Total == 0
        ? new Post("Nothing is due: no deadline stands and no session is planned", Severity.Calm, [])
        : new Post("Next deadlines and sessions", Severity.Calm, [.. Named(page.Items)]);

    /// <summary>Everything that is waited for, in the order of the list: what comes, then what should have been reported.</summary>
    public static IEnumerable<(Negotiation Talks, Upcoming Coming)> InOrder(IEnumerable<Negotiation> talks, Instant now) => talks
        .SelectMany(known => Upcoming.Of(known, now).Select(coming => (Talks: known, Coming: coming)))
        .OrderBy(pair => pair.Coming.IsOverdue).ThenBy(pair => pair.Coming.At);

    /// <summary>Each under the name of its talks, which stands once for several in a row.</summary>
    private static IEnumerable<PostPiece> Named(IReadOnlyList<(Negotiation Talks, Upcoming Coming)> items)
    {
        Negotiation? named = null;
        foreach (var (talks, coming) in items)
        {
            if (talks != named)
            {
                named = talks;
                yield return new PostPiece.Section(talks.Title);
            }

            foreach (var piece in coming.Pieces)
            {
                yield return piece;
            }
        }
    }
}

/// <summary>A deadline or session that somebody still waits for.</summary>
/// <param name="At">When.</param>
/// <param name="Name">Its number, such as <c>D1</c>.</param>
/// <param name="Pieces">How it reads.</param>
public sealed record Upcoming(Instant At, string Name, IReadOnlyList<PostPiece> Pieces)
{
    /// <summary>True for a session that was to start and that nobody has reported, though they were asked.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>The deadlines that want an outcome and the sessions still awaited, soonest first, and last those that nobody reported; nothing of closed talks.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="now">The moment of writing.</param>
    /// <param name="own">A clock shown as well; null for none.</param>
    public static IEnumerable<Upcoming> Of(Negotiation talks, Instant now, WallClock? own = null)
    {
        if (talks.Status is TalksStatus.Closed)
        {
            return [];
        }

        return Deadlines(talks, now, own).Concat(Sessions(talks, now, own)).OrderBy(coming => coming.IsOverdue).ThenBy(coming => coming.At);
    }

    /// <summary>The deadlines that want an outcome, soonest first.</summary>
    public static IEnumerable<Upcoming> Deadlines(Negotiation talks, Instant now, WallClock? own = null) => talks.Deadlines
        .Where(deadline => deadline.WantsOutcome)
        .OrderBy(deadline => deadline.At.ToInstant())
        .Select(deadline => new Upcoming(deadline.At.ToInstant(), deadline.Name, [.. DeadlineWording.Pieces(deadline, Clocks(talks, deadline.At, own), now)]));

    /// <summary>The sessions under way, then those planned, soonest first, then those that nobody reported, which are not awaited for ever.</summary>
    public static IEnumerable<Upcoming> Sessions(Negotiation talks, Instant now, WallClock? own = null) => talks.Sessions
        .Where(session => session.IsAwaited(now))
        .OrderBy(session => session.IsOverdue(now)).ThenBy(session => session.StartsAt.ToInstant())
        .Select(session => new Upcoming(session.StartsAt.ToInstant(), session.Name, [.. SessionListWording.Pieces(session, Clocks(talks, session.StartsAt, own), now)]) { IsOverdue = session.IsOverdue(now) });

    /// <summary>What it is in a few words, beside when it comes: a deadline by its label, a session by who meets where.</summary>
    public static string Words(Negotiation talks, Upcoming coming, Instant now)
    {
        if (talks.DeadlineNamed(coming.Name) is { } deadline)
        {
            return $"{deadline.Name} {deadline.Label}";
        }

        var session = talks.SessionNamed(coming.Name)!;
        var state = session.State is SessionState.UnderWay ? session.GoesOn(now) ? " under way" : " began, end not reported" : session.IsOverdue(now) ? " not reported yet" : "";
        return $"{session.Name}{state}{SessionListWording.Details(session)}";
    }

    private static IReadOnlyList<WallClock> Clocks(Negotiation talks, CivilTime time, WallClock? own) =>
        own is null ? talks.ClocksFrom(time.Zone) : [.. talks.ClocksFrom(time.Zone), own];
}
