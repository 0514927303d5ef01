using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Sessions;

/// <summary>What the desk answers to a change of a session: everything that was understood.</summary>
internal static class SessionReplies
{
    /// <summary>The session as it stands now.</summary>
    /// <param name="heading">What was done.</param>
    /// <param name="talks">The talks.</param>
    /// <param name="session">The session.</param>
    /// <param name="note">What was inferred from the words typed; null when nothing was.</param>
    /// <param name="now">The moment of writing.</param>
    /// <param name="more">What follows from it.</param>
    public static Reply Changed(
        string heading, Negotiation talks, Session session, string? note, Instant now, params IEnumerable<PostPiece> more) => Reply.Answer(
        heading,
        [
            .. note is null ? Array.Empty<PostPiece>() : [new PostPiece.Line(note)],
            .. SessionListWording.Pieces(session, talks.ClocksFrom(session.StartsAt.Zone), now),
            .. more,
        ]);

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
