using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Sessions;

/// <summary>What the desk says about a session. Pure.</summary>
public static class SessionWording
{
    private const string EndCommand = "/talks session end ";

    /// <summary>For so long after its start a session that somebody reports may be told as going on.</summary>
    private static readonly Duration GoesOnFor = Duration.FromMinutes(30);

    /// <summary>An end reported later than this is told with when it was recorded.</summary>
    private static readonly Duration FreshFor = Duration.FromMinutes(5);

    /// <summary>A planned session is near, or its planned start has come.</summary>
    public static Post Alert(Negotiation talks, Session session, Duration rung)
    {
        var due = session.StartsAt.ToInstant() - rung;
        var label = rung == Duration.Zero ? "Due to start now" : $"Starts in {TimeWording.Span(rung)}";
        return About(label, talks, session, due, Severity.Good, [.. Times(talks, session, due), .. CoverWording.Pieces(session.Cover)]) with
        {
            Buttons =
            [
                Press("Started", "session start", talks, session),
                .. rung == Duration.Zero ? [Press("Over", "session end", talks, session)] : Array.Empty<PostButton>(),
                Moving(talks, session),
                Press("Cancelled", "session cancel", talks, session),
            ],
        };
    }

    /// <summary>Asks the desk what became of a session that nobody has reported.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="session">The session, planned or under way.</param>
    /// <param name="now">The moment of asking.</param>
    public static Post Asked(Negotiation talks, Session session, Instant now)
    {
        var start = session.StartsAt.ToInstant();
        var (label, open) = (session.State, session.IsAwaited(now)) switch
        {
            (SessionState.Planned, true) => ("Has it started?", $"{session.Name} was to start {TimeWording.Relative(start, now)}, and nobody has said that it did."),
            (SessionState.Planned, false) => ("Not reported", $"Nobody has said what became of {session.Name}."),
            _ => ("Is it over?", $"{session.Name} began {TimeWording.Relative(start, now)}, and nobody has said that it ended."),
        };
        return About(label, talks, session, now, Severity.Trouble, [Begins(talks, session, now), new PostPiece.Line(open)]) with
        {
            Buttons = session.State is SessionState.UnderWay
                ? [Press("Over", "session end", talks, session)]
                : [Press("Started", "session start", talks, session), Press("Over", "session end", talks, session), Moving(talks, session), Press("Cancelled", "session cancel", talks, session)],
        };
    }

    /// <summary>The parties are in the room; what is reported late is told as late, since nobody knows whether they still are.</summary>
    public static Post Started(Negotiation talks, Session session, Instant now)
    {
        var goesOn = GoesOn(session, now);
        return About(goesOn ? $"Under way since {Began(talks, session)}" : $"{session.Name} {Begun(talks, session, now)}", talks, session, now, Severity.Good, goesOn ? Times(talks, session, now) : [Begins(talks, session, now)]) with
        {
            Buttons = [Press("Over", "session end", talks, session)],
        };
    }

    /// <summary>What stands of the alert of a session that is over: when it began.</summary>
    public static Post TookPlace(Negotiation talks, Session session, Instant now) =>
        About($"Began {Began(talks, session)}", talks, session, now, Severity.Good, [Begins(talks, session, now)]);

    /// <summary>True for a post below which somebody may say that the session is over.</summary>
    public static bool OffersEnd(Post post) => post.Buttons.Any(button => button.Command.StartsWith(EndCommand, StringComparison.Ordinal));

    /// <summary>True where a session said to have begun may be told as going on; told later, nobody knows whether it does.</summary>
    public static bool GoesOn(Session session, Instant now) =>
        now - session.StartsAt.ToInstant() <= GoesOnFor && !(session.EndsAt?.ToInstant() <= now);

    /// <summary>What is said of a session's start beside its number: one told late was met, with when that was recorded.</summary>
    public static string Begun(Negotiation talks, Session session, Instant now) => GoesOn(session, now)
        ? "has begun"
        : $"met from {Began(talks, session)} (recorded {Recorded(now, session.StartsAt.ToInstant(), talks.ClocksFrom(session.StartsAt.Zone)[0])})";

    /// <summary>A session is over.</summary>
    public static Post Ended(Negotiation talks, Session session, Instant now)
    {
        var (start, end) = (session.StartsAt.ToInstant(), session.EndsAt!.ToInstant());
        var clock = talks.ClocksFrom(session.StartsAt.Zone)[0];
        var met = $"{session.Name} met {TimeWording.Hours(start, end, clock)}";
        return now - end <= FreshFor
            ? About("Over", talks, session, now, Severity.Good, [new PostPiece.Line($"{met}, {TimeWording.Span(end - start)}")])
            : About($"{met} (recorded {Recorded(now, end, clock)})", talks, session, now, Severity.Good, []);
    }

    /// <summary>What a post about a session says once its words or its end are others.</summary>
    /// <param name="shown">The post as it reads now.</param>
    /// <param name="talks">The talks.</param>
    /// <param name="was">The session as it read when the post was written.</param>
    /// <param name="session">The session.</param>
    /// <param name="rung">How long before the start the post stands.</param>
    public static Post Reworded(Post shown, Negotiation talks, Session was, Session session, Duration rung) => PostReversal.Rewritten(
        shown, Alert(talks, was, rung), Alert(talks, session, rung), TalksHeading.Beside(shown.Label, talks, Matter(session)));

    /// <summary>What a channel is told that saw the session in other words.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="was">The session as it read before.</param>
    /// <param name="session">The session.</param>
    /// <param name="stamp">Who says it otherwise, and when.</param>
    public static Post ReadsOtherwise(Negotiation talks, Session was, Session session, Stamp stamp) => About(
        "Now reads",
        talks,
        session,
        stamp.At,
        Severity.Good,
        [
            .. Times(talks, session, stamp.At),
            .. WhoAndWhere(was) == WhoAndWhere(session) ? Array.Empty<PostPiece>() : [new PostPiece.Line($"was {Matter(was)}")],
            .. was.EndsAt == session.EndsAt ? [] : new[] { new PostPiece.Line(was.EndsAt is { } end ? $"was to end {TimeWording.OnOwnClock(end.ToInstant(), talks.ClocksFrom(session.StartsAt.Zone)[0], stamp.At)}" : "no end was planned before") },
            new PostPiece.Line($"by {stamp.By}"),
        ]);

    /// <summary>A session starts at another time.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="session">The session, as moved.</param>
    /// <param name="before">When it was to start before.</param>
    /// <param name="why">Why, and by whose word.</param>
    /// <param name="stamp">Who recorded it, and when.</param>
    public static Post Moved(Negotiation talks, Session session, CivilTime before, MoveReason why, Stamp stamp) => About(
        CountdownWording.Shift("Moved", before, session.StartsAt),
        talks,
        session,
        stamp.At,
        Severity.Good,
        [
            new PostPiece.Moment(session.StartsAt.ToInstant(), $"now {TimeWording.ClockDays(session.StartsAt.ToInstant(), talks.ClocksFrom(session.StartsAt.Zone), stamp.At)}"),
            .. why.Pieces(before, talks.ClocksFrom(before.Zone)[0], stamp, tellsWho: false),
        ]);

    /// <summary>A session will not take place.</summary>
    public static Post Cancelled(Negotiation talks, Session session, string note, Instant now) => About(
        "Session cancelled",
        talks,
        session,
        now,
        Severity.Withdrawn,
        [.. note.Length == 0 ? Array.Empty<PostPiece>() : [new PostPiece.Line(note)], Begins(talks, session, now, "was to start ")]);

    /// <summary>Who meets, and where; its number where neither is known.</summary>
    public static string Matter(Session session) => session.Who.Length > 0 ? WhoAndWhere(session) : $"session {session.Name}{(session.Place.Length == 0 ? "" : $", {session.Place}")}";

    /// <summary>Who meets, and where; empty where neither is known.</summary>
    public static string WhoAndWhere(Session session) => string.Join(", ", new[] { session.Who, session.Place }.Where(text => text.Length > 0));

    private static Post About(string label, Negotiation talks, Session session, Instant due, Severity severity, IReadOnlyList<PostPiece> pieces) =>
        new(TalksHeading.Beside(label, talks, Matter(session)), severity, pieces)
        {
            Label = label,
            DueOnClock = TimeWording.ClockTimeShort(due, talks.ClocksFrom(session.StartsAt.Zone)[0]),
        };

    private static IReadOnlyList<PostPiece> Times(Negotiation talks, Session session, Instant now)
    {
        var (start, clocks) = (session.StartsAt.ToInstant(), talks.ClocksFrom(session.StartsAt.Zone));
        return session.EndsAt?.ToInstant() is { } end && end > start
            ? [new PostPiece.Moment(start, TimeWording.ClockLine(start, clocks, now, end))]
            : [Begins(talks, session, now)];
    }

    private static PostPiece.Moment Begins(Negotiation talks, Session session, Instant now, string verb = "")
    {
        var at = session.StartsAt.ToInstant();
        return new(at, $"{verb}{TimeWording.ClockLine(at, talks.ClocksFrom(session.StartsAt.Zone), now)}");
    }

    private static string Began(Negotiation talks, Session session)
    {
        var start = session.StartsAt.ToInstant();
        return TimeWording.OnOwnClock(start, talks.ClocksFrom(session.StartsAt.Zone)[0], start);
    }

    /// <summary>The date only where it is not that of what is recorded.</summary>
    private static string Recorded(Instant now, Instant of, WallClock clock) => TimeWording.OnOwnClock(now, clock, of);

    private static PostButton Moving(Negotiation talks, Session session) =>
        new("Moved…", $"/talks session move {talks.Slug} {session.Name} note:{PostButton.Unwritten} by:{PostButton.Unwritten} at:{PostButton.Unwritten}") { OpensForm = true };

    private static PostButton Press(string label, string command, Negotiation talks, Session session) =>
        new(label, $"/talks {command} talks:{talks.Slug} session:{session.Name}");
}
