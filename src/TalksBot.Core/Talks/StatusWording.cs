using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Talks;

/// <summary>Where one negotiation stands, on one page. Pure.</summary>
public static class StatusWording
{
    /// <summary>How many of the latest updates a status shows.</summary>
    public const int LatestUpdates = 3;

    /// <summary>How many of the latest are read for that: some of them stand among the accounts that differ already.</summary>
    public const int UpdatesRead = 4 * LatestUpdates;

    private const int MostDeadlines = 5;
    private const int MostSessions = 3;
    private const int MostPoints = 8;

    /// <summary>The outcome, the deadlines, the sessions, the latest updates, the accounts that differ, the sticking points.</summary>
    public static Post Write(Negotiation talks, Instant now)
    {
        var accounts = AccountsWording.Of(talks, talks.ClocksFrom(talks.Zone)[0], now);
        var latest = Latest(talks, accounts);
        var (left, all) = (talks.PublishedCount - latest.Count - accounts.Quoted, $"/talks update list {talks.Slug}");
        return new(
            $"{talks.Title}: {talks.Status.Words()}",
            talks.Status is TalksStatus.Agreed ? Severity.Good : Severity.Calm,
            [
                .. Outcome(talks, talks.ClocksFrom(talks.Zone)[0], now),
                .. Some("Deadlines", [.. Upcoming.Deadlines(talks, now)], MostDeadlines, $"/talks deadline list {talks.Slug}", "No deadline stands."),
                .. Some("Sessions", [.. Upcoming.Sessions(talks, now)], MostSessions, $"/talks session list {talks.Slug}", nothing: ""),
                .. Titled("Latest updates", latest.Select(update => UpdateListWording.Quote(talks, update, now)).Concat(Rest(left, all))),
                .. accounts.Pieces,
                .. Points(talks, MostPoints),
            ])
        {
            More = all,
            Buttons = left > 0 ? [new PostButton(PostFit.More, all)] : [],
        };
    }

    /// <summary>How the talks ended and when that was recorded; nothing while they have not.</summary>
    public static IEnumerable<PostPiece> Outcome(Negotiation talks, WallClock clock, Instant now)
    {
        if (talks.Outcome is { } outcome)
        {
            yield return new PostPiece.Line($"{outcome.Kind.Words().ToUpperInvariant()}: {outcome.Line}") { Weight = PieceWeight.Essential };
            var recorded = TimeWording.ClockTime(TimeWording.Minute(outcome.At), clock, firstDate: null, now);
            yield return new PostPiece.Moment(outcome.At, $"Recorded {recorded}") { Continues = true };
        }
    }

    /// <summary>The sticking points that are not settled, a line each, under their heading; nothing when there are none.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="most">How many are shown; more are counted.</param>
    public static IEnumerable<PostPiece> Points(Negotiation talks, int most)
    {
        var open = PointListWording.InOrder(talks.Points.Where(point => point.State is not PointState.Settled)).ToList();
        return Titled("Sticking points", open.Take(most).Select(point => PointListWording.Line(talks, point) with { Weight = PieceWeight.Extra }).Concat(Rest(open.Count - most, $"/talks point list {talks.Slug}")));
    }

    /// <summary>The same by their names and where they stand.</summary>
    public static IEnumerable<PostPiece> BriefPoints(Negotiation talks, int most)
    {
        var open = PointListWording.InOrder(talks.Points.Where(point => point.State is not PointState.Settled)).ToList();
        return Titled("Sticking points", open.Take(most).Select(point => new PostPiece.Line($"{point.Name} {point.Title} – {point.State.Words()}") { Weight = PieceWeight.Extra }).Concat<PostPiece>(Rest(open.Count - most, $"/talks point list {talks.Slug}")));
    }

    /// <summary>The latest updates, newest first, save those that stand among the accounts that differ already.</summary>
    private static List<Update> Latest(Negotiation talks, AccountsWording accounts) =>
        [.. UpdateListWording.InOrder(talks.Published.Where(update => !accounts.Quotes(update))).Take(LatestUpdates)];

    private static IEnumerable<PostPiece> Some(string title, IReadOnlyList<Upcoming> coming, int most, string all, string nothing)
    {
        if (coming.Count == 0)
        {
            return nothing.Length == 0 ? [] : [new PostPiece.Section(title), new PostPiece.Line(nothing)];
        }

        return Titled(title, coming.Take(most).SelectMany(item => Weighty(item.Pieces)).Concat(Rest(coming.Count - most, all)));
    }

    private static IEnumerable<PostPiece> Weighty(IReadOnlyList<PostPiece> pieces) => pieces.Select(piece => piece with { Weight = PieceWeight.Essential });

    private static IEnumerable<PostPiece> Rest(int left, string all) =>
        left <= 0 ? [] : [new PostPiece.Line($"{Typography.More(left)}: {all}") { Weight = PieceWeight.Essential }];

    private static IEnumerable<PostPiece> Titled(string title, IEnumerable<PostPiece> pieces)
    {
        var body = pieces.ToList();
        return body.Count == 0 ? [] : body.Prepend(new PostPiece.Section(title));
    }
}
