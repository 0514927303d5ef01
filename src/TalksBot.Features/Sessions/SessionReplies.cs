using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Features.Repeating;

namespace TalksBot.Features.Sessions;

/// <summary>What the desk answers to a change of a session: everything that was understood.</summary>
internal static class SessionReplies
{
    /// <summary>The session as it stands now.</summary>
    /// <param name="done">What was done, as it follows the session's number.</param>
    /// <param name="talks">The talks.</param>
    /// <param name="session">The session.</param>
    /// <param name="note">What was inferred from the words typed; null when nothing was.</param>
    /// <param name="now">The moment of writing.</param>
    /// <param name="more">What follows from it.</param>
    public static Reply Changed(string done, Negotiation talks, Session session, string? note, Instant now, params IEnumerable<PostPiece> more) => Reply.Answer(new Post(
        $"{session.Name} {done} · {TalksHeading.Of(talks, SessionWording.WhoAndWhere(session))}",
        Severity.Calm,
        [
            .. note is null ? Array.Empty<PostPiece>() : [new PostPiece.Line(note)],
            .. Times(talks, session, now),
            .. more,
        ])
    {
        Buttons = session.State is SessionState.Planned ? [Edit(talks, session), Move(talks, session)] : session.State is SessionState.Cancelled ? [] : [Edit(talks, session)],
    });

    private static IEnumerable<PostPiece> Times(Negotiation talks, Session session, Instant now)
    {
        var (start, clocks) = (session.StartsAt.ToInstant(), talks.ClocksFrom(session.StartsAt.Zone));
        if (session is { State: SessionState.Ended, EndsAt: { } over })
        {
            return [new PostPiece.Line($"{TimeWording.Hours(start, over.ToInstant(), clocks[0])}, {TimeWording.Span(over.ToInstant() - start)}")];
        }

        var until = session.EndsAt?.ToInstant() is { } end ? $", until {End(end, clocks[0], start, now)}" : "";
        var ahead = session.State is SessionState.Planned && start > now ? $" – {TimeWording.Relative(start, now)}{until}" : "";
        return [new PostPiece.Moment(start, $"{TimeWording.ClockLine(start, clocks, now)}{ahead}")];
    }

    /// <summary>The date only where it is not that of the start.</summary>
    private static string End(Instant end, WallClock clock, Instant start, Instant now) =>
        end.InZone(clock.Zone).Date == start.InZone(clock.Zone).Date ? TimeWording.ClockTimeShort(end, clock) : TimeWording.ClockTime(end, clock, firstDate: null, now);

    /// <summary>Opens a form that shows what is said of a session beside its start, to be changed.</summary>
    public static PostButton Edit(Negotiation talks, Session session) => new("Edit", CommandCall.Written(
        "session set",
        ("talks", talks.Slug),
        ("session", session.Name),
        ("place", EditReplies.OrNothing(session.Place)),
        ("who", EditReplies.OrNothing(session.Who)),
        ("until", EditReplies.OrNothing(session.EndsAt is { } end ? TimeWording.Full(end) : "")),
        ("repeat", RepeatInput.Typed(session.Repeat))))
    { OpensForm = true };

    private static PostButton Move(Negotiation talks, Session session) => new("Move…", CommandCall.Written(
        "session move",
        [
            ("talks", talks.Slug),
            ("session", session.Name),
            ("note", PostButton.Unwritten),
            ("by", PostButton.Unwritten),
            ("at", TimeWording.Full(session.StartsAt)),
            .. session.EndsAt is { } end ? [("until", TimeWording.Full(end))] : Array.Empty<(string, string)>(),
        ]))
    { OpensForm = true };

    /// <summary>The one that follows by a rule; nothing for none.</summary>
    public static IEnumerable<PostPiece> Follows(Negotiation talks, Session? next, Instant now) => next is null
        ? []
        : [new PostPiece.Line($"{next.Name} follows: {TimeWording.ClockTime(next.StartsAt.ToInstant(), talks.ClocksFrom(next.StartsAt.Zone)[0], firstDate: null, now)}")];

    /// <summary>That another session starts at the same moment.</summary>
    public static IEnumerable<PostPiece> Twins(Negotiation talks, Session session) => talks.Sessions
        .Where(other => other != session && other.State is SessionState.Planned or SessionState.UnderWay && other.StartsAt.ToInstant() == session.StartsAt.ToInstant())
        .Select(other => new PostPiece.Line($"{other.Name} starts at the same time{SessionListWording.Details(other)}; undo this one if it is the same meeting."));

    /// <summary>Who will be told of the session's start, and when.</summary>
    public static PostPiece Alerts(Negotiation talks, Session session, Instant now)
    {
        var ahead = SessionPlan.AlertsAhead(session.StartsAt.ToInstant(), now)
            .Select(alert => alert == Duration.Zero ? "when it is due to start" : $"{TimeWording.Span(alert)} before")
            .ToList();
        if (ahead.Count == 0)
        {
            return new PostPiece.Line(
                $"No alert is planned; say what became of it: /talks session start {talks.Slug} {session.Name} at:… and session end {talks.Slug} {session.Name} at:…");
        }

        var channels = talks.Listening.Count();
        return new PostPiece.Line(channels == 0
            ? $"No channel follows these talks yet: /talks follow add {talks.Slug}"
            : $"{Typography.Count(channels, "channel")} will be told {string.Join(" and ", ahead)}");
    }
}
