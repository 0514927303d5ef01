using System.Diagnostics;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>Sessions as answers show them. Pure.</summary>
public static class SessionListWording
{
    /// <summary>Every session, in the order they start.</summary>
    public static Post Write(Negotiation talks, Instant now)
    {
        var heading = $"{talks.Title}: {Typography.Count(talks.Sessions.Count, "session")}";
        if (talks.Sessions.Count == 0)
        {
            return new Post(heading, Severity.Calm, [new PostPiece.Line($"Plan one: /talks session add {talks.Slug} \"28 Jun 11am\"")]);
        }

        var sessions = talks.Sessions.OrderBy(session => session.StartsAt.ToInstant());
        return new Post(heading, Severity.Calm, [.. sessions.SelectMany(session => Pieces(session, talks.ClocksFrom(session.StartsAt.Zone), now))]);
    }

    /// <summary>One session: where it stands, who meets, and every clock.</summary>
    /// <param name="session">The session.</param>
    /// <param name="clocks">The clocks to show, in order.</param>
    /// <param name="now">The moment of writing.</param>
    public static IEnumerable<PostPiece> Pieces(Session session, IReadOnlyList<WallClock> clocks, Instant now)
    {
        var start = session.StartsAt.ToInstant();
        yield return new PostPiece.Line($"{session.Name} {Standing(session, now)}{Details(session)}");
        yield return new PostPiece.Moment(start, TimeWording.ClockLine(start, clocks, now));
        if (session.EndsAt?.ToInstant() is { } end)
        {
            yield return new PostPiece.Moment(end, $"until {TimeWording.ClockLine(end, clocks, now)}");
        }
    }

    /// <summary>Who meets where, set off by a dash; empty when neither is known.</summary>
    public static string Details(Session session) =>
        Typography.Dash(string.Join(", ", new[] { session.Who, session.Place }.Where(text => text.Length > 0)));

    private static string Standing(Session session, Instant now)
    {
        var start = session.StartsAt.ToInstant();
        return session.State switch
        {
            SessionState.Planned when start > now => $"starts {TimeWording.Relative(start, now)}",
            SessionState.Planned => $"was to start {TimeWording.Relative(start, now)}, nobody has said that it did",
            SessionState.UnderWay => $"under way, began {TimeWording.Relative(start, now)}",
            SessionState.Ended when session.EndsAt is { } end => $"ended after {TimeWording.Span(end.ToInstant() - start)}",
            SessionState.Ended => "ended",
            SessionState.Cancelled => "cancelled",
            _ => throw new UnreachableException(),
        };
    }
}
