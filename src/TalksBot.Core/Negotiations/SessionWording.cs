using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>What the desk says about a session. Pure.</summary>
public static class SessionWording
{
    private static readonly Duration FreshFor = Duration.FromMinutes(5);

    /// <summary>A planned session is near, or its planned start has come.</summary>
    public static Post Alert(Negotiation talks, Session session, Duration rung)
    {
        var due = session.StartsAt.ToInstant() - rung;
        var heading = rung == Duration.Zero
            ? $"Session {session.Name} is due to start now"
            : $"Session {session.Name} starts in {TimeWording.Span(rung)}";
        return Write(heading, talks, session, due) with { About = $"session {session.Name}" };
    }

    /// <summary>The parties are in the room.</summary>
    public static Post Started(Negotiation talks, Session session, Instant now) =>
        Write($"Session {session.Name} is under way", talks, session, now, Began(session, now));

    /// <summary>A session starts at another time.</summary>
    public static Post Moved(Negotiation talks, Session session, CivilTime before, Instant now) =>
        Write($"Session {session.Name} moved", talks, session, now, new PostPiece.Field("Was", TimeWording.Full(before)));

    /// <summary>A session will not take place.</summary>
    public static Post Cancelled(Negotiation talks, Session session, string note, Instant now) =>
        Write($"Session {session.Name} cancelled", talks, session, now, note.Length == 0 ? [] : [new PostPiece.Line(note)]);

    /// <summary>Said only of a start that is reported late, so that nobody takes it for fresh.</summary>
    private static IReadOnlyList<PostPiece> Began(Session session, Instant now)
    {
        var start = session.StartsAt.ToInstant();
        return now - start < FreshFor ? [] : [new PostPiece.Line($"It began {TimeWording.Relative(start, now)}.")];
    }

    private static Post Write(string heading, Negotiation talks, Session session, Instant now, params IReadOnlyList<PostPiece> first)
    {
        var at = session.StartsAt.ToInstant();
        var clocks = talks.ClocksFrom(session.StartsAt.Zone);
        var pieces = new List<PostPiece>(first) { new PostPiece.Moment(at, TimeWording.ClockLine(at, clocks, now)) };
        if (session.EndsAt?.ToInstant() is { } end && end > at)
        {
            pieces.Add(new PostPiece.Moment(end, $"until {TimeWording.ClockLine(end, clocks, now)}"));
        }

        if (session.Place.Length > 0)
        {
            pieces.Add(new PostPiece.Field("Place", session.Place));
        }

        if (session.Who.Length > 0)
        {
            pieces.Add(new PostPiece.Field("Who", session.Who));
        }

        pieces.Add(new PostPiece.Field("Talks", $"{talks.Title} – {talks.Status.Words()}"));
        return new Post(heading, Severity.Notable, pieces) { DueOnClock = TimeWording.ClockTimeShort(now, clocks[0]) };
    }
}
