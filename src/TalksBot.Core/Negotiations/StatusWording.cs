using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Negotiations;

/// <summary>Where one negotiation stands, on one page. Pure.</summary>
public static class StatusWording
{
    /// <summary>How many of the latest updates a status shows.</summary>
    public const int LatestUpdates = 3;

    /// <summary>The outcome, the deadlines, the sessions, the latest updates, the accounts that differ, the sticking points.</summary>
    public static Post Write(Negotiation talks, Instant now) => new(
        $"{talks.Title}: {talks.Status.Words()}",
        talks.Status is TalksStatus.Agreed ? Severity.Good : Severity.Calm,
        [
            .. Outcome(talks, now),
            .. Deadlines(talks, now),
            .. Sessions(talks, now),
            .. Updates(talks, now),
            .. UpdateListWording.DifferingAccounts(talks, talks.ClocksFrom(talks.Zone)[0], now),
            .. Points(talks, talks.Points),
        ]);

    /// <summary>How the talks ended and when that was recorded; nothing while they have not.</summary>
    public static IEnumerable<PostPiece> Outcome(Negotiation talks, Instant now)
    {
        if (talks.Outcome is { } outcome)
        {
            yield return new PostPiece.Line($"{outcome.Kind.Words().ToUpperInvariant()}: {outcome.Line}");
            yield return new PostPiece.Moment(
                outcome.At, $"Recorded {TimeWording.ClockLine(outcome.At, talks.ClocksFrom(talks.Zone), now)}");
        }
    }

    /// <summary>Sticking points under their heading; nothing when there are none.</summary>
    public static IEnumerable<PostPiece> Points(Negotiation talks, IEnumerable<StickingPoint> points) =>
        Titled("Sticking points", points.SelectMany(point => PointListWording.Pieces(talks, point)));

    private static IEnumerable<PostPiece> Deadlines(Negotiation talks, Instant now) => Titled(
        "Deadlines",
        Upcoming.Deadlines(talks, now).SelectMany(coming => coming.Pieces).DefaultIfEmpty(new PostPiece.Line("No deadline stands.")));

    private static IEnumerable<PostPiece> Sessions(Negotiation talks, Instant now) =>
        Titled("Sessions", Upcoming.Sessions(talks, now).SelectMany(coming => coming.Pieces));

    private static IEnumerable<PostPiece> Updates(Negotiation talks, Instant now) => Titled(
        "Latest updates",
        talks.Published.OrderBy(update => update.HeardAt).TakeLast(LatestUpdates).Select(update => UpdateListWording.Quote(talks, update, now)));

    private static IEnumerable<PostPiece> Titled(string title, IEnumerable<PostPiece> pieces)
    {
        var body = pieces.ToList();
        return body.Count == 0 ? [] : body.Prepend(new PostPiece.Section(title));
    }
}
