using System.Diagnostics;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Sessions;

/// <summary>Sessions as answers show them. Pure.</summary>
public static class SessionListWording
{
    /// <summary>Sessions: those awaited soonest first, then what is over, newest first.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="page">Those of the page.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Write(Negotiation talks, Page<Session> page, Instant now) => new(
        $"{talks.Title}: {Typography.Count(page.Total, "session")}",
        Severity.Calm,
        page.Total == 0
            ? [new PostPiece.Line($"Plan one: /talks session add {talks.Slug} \"28 Jun 11am\"")]
            : [.. page.Items.SelectMany(session => Pieces(session, talks.ClocksFrom(session.StartsAt.Zone), now))]);

    /// <summary>The order of the list.</summary>
    public static IEnumerable<Session> InOrder(IEnumerable<Session> sessions, Instant now)
    {
        var known = sessions.ToLookup(session => session.IsAwaited(now));
        return known[true].OrderBy(session => session.StartsAt.ToInstant()).Concat(known[false].OrderByDescending(session => session.StartsAt.ToInstant()));
    }

    /// <summary>One session: where it stands, who meets, and every clock.</summary>
    /// <param name="session">The session.</param>
    /// <param name="clocks">The clocks to show, in order.</param>
    /// <param name="now">The moment of writing.</param>
    public static IEnumerable<PostPiece> Pieces(Session session, IReadOnlyList<WallClock> clocks, Instant now)
    {
        var start = session.StartsAt.ToInstant();
        yield return new PostPiece.Line($"{session.Name} {Standing(session, now)}{Details(session)}");
        yield return new PostPiece.Moment(start, TimeWording.ClockLine(start, clocks, now)) { Continues = true };
        if (session.EndsAt?.ToInstant() is { } end)
        {
            yield return new PostPiece.Moment(end, $"until {TimeWording.ClockLine(end, clocks, now)}") { Continues = true };
        }

        foreach (var piece in CoverWording.Below(session.Cover).Concat(session.State is SessionState.Planned && start > now ? RepetitionWording.Below(session.Repeat, now) : []))
        {
            yield return piece;
        }
    }

    /// <summary>Who meets where, set off by a dash; empty when neither is known.</summary>
    public static string Details(Session session) =>
        Typography.Dash(string.Join(", ", new[] { session.Who, session.Place }.Where(text => text.Length > 0)));

    /// <summary>Where it stands, as in "starts in 2 h".</summary>
    public static string Standing(Session session, Instant now)
    {
        var start = session.StartsAt.ToInstant();
        return session.State switch
        {
            SessionState.Planned when start > now => $"starts {TimeWording.Relative(start, now)}",
            SessionState.Planned when start == now => "due to start now",
            SessionState.Planned when session.IsAwaited(now) => $"was to start {TimeWording.Relative(start, now)}, nobody has said that it did",
            SessionState.Planned => "not reported: nobody has said that it took place",
            SessionState.UnderWay when !session.IsAwaited(now) => "began; its end is not reported",
            SessionState.UnderWay when session.GoesOn(now) => $"under way, began {TimeWording.Relative(start, now)}",
            SessionState.UnderWay => $"began {TimeWording.Relative(start, now)}; its end is not reported",
            SessionState.Ended when session.EndsAt is { } end => $"ended after {TimeWording.Span(end.ToInstant() - start)}",
            SessionState.Ended => "ended",
            SessionState.Cancelled => "cancelled",
            _ => throw new UnreachableException(),
        };
    }
}
