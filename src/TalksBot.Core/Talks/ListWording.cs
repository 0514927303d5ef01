using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Talks;

/// <summary>All the talks that the desk follows, a line each. Pure.</summary>
public static class ListWording
{
    /// <summary>The talks of the page, each with its next deadline.</summary>
    /// <param name="page">The talks that are not closed, with their deadlines.</param>
    /// <param name="closed">How many are closed.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Write(Page<Negotiation> page, int closed, Instant now) => page.Total == 0
        ? new Post("The desk follows no talks now", Severity.Calm, [new PostPiece.Line("Begin: /talks open SLUG \"title\" …"), .. Closed(closed)])
        : new Post($"The desk follows {Typography.Count(page.Total, "negotiation")}", Severity.Calm, [.. page.Items.Select(known => Line(known, now)), .. Closed(closed)]);

    /// <summary>The order of the list: the talks whose next deadline is soonest first, then those without one, the newest first.</summary>
    public static IEnumerable<Negotiation> InOrder(IEnumerable<Negotiation> talks) => talks
        .OrderBy(known => known.Deadlines.Where(deadline => deadline.WantsOutcome).Select(deadline => deadline.At.ToInstant()).DefaultIfEmpty(Instant.MaxValue).Min())
        .ThenByDescending(known => known.OpenedAt);

    private static IEnumerable<PostPiece> Closed(int count) => count == 0
        ? []
        : [new PostPiece.Line($"{Typography.Capital(Typography.Count(count, "negotiation"))} closed: /talks list state:closed")];

    private static PostPiece.Line Line(Negotiation talks, Instant now) =>
        new($"{talks.Slug} · {talks.Title} – {talks.Status.Words()} – {Deadlines(talks, now)}");

    /// <summary>The next deadline, after any that passed and still want an outcome.</summary>
    private static string Deadlines(Negotiation talks, Instant now)
    {
        var waiting = talks.Deadlines.Where(deadline => deadline.WantsOutcome).OrderBy(deadline => deadline.At.ToInstant()).ToList();
        var passed = waiting.Where(deadline => deadline.At.ToInstant() <= now);
        var next = waiting.Where(deadline => deadline.At.ToInstant() > now).Take(1);
        return waiting.Count == 0 ? "no deadline stands" : string.Join("; ", passed.Concat(next).Select(deadline => Deadline(talks, deadline, now)));
    }

    private static string Deadline(Negotiation talks, Deadline deadline, Instant now)
    {
        var time = TimeWording.ClockTime(deadline.At.ToInstant(), talks.ClocksFrom(deadline.At.Zone)[0], firstDate: null, now);
        return $"{deadline.Name} {DeadlineWording.Standing(deadline, now)} ({time})";
    }
}

/// <summary>Sticking points as answers show them, each in both sides' own words. Pure.</summary>
public static class PointListWording
{
    /// <summary>Sticking points: those not settled first, the newest first.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="page">Those of the page.</param>
    public static Post Write(Negotiation talks, Page<StickingPoint> page) => new(
        $"{talks.Title}: {Typography.Count(page.Total, "sticking point")}",
        Severity.Calm,
        page.Total == 0
            ? [new PostPiece.Line($"Name one: /talks point add {talks.Slug} \"what the sides differ on\"")]
            : [.. page.Items.SelectMany(point => Pieces(talks, point))]);

    /// <summary>The order of the list.</summary>
    public static IEnumerable<StickingPoint> InOrder(IEnumerable<StickingPoint> points) =>
        points.OrderBy(point => point.State is PointState.Settled).ThenByDescending(point => point.Number);

    /// <summary>One point: where it stands, then each side's words in the order of the parties.</summary>
    public static IEnumerable<PostPiece> Pieces(Negotiation talks, StickingPoint point)
    {
        yield return new PostPiece.Line($"{point.Name} {point.Title} – {point.State.Words()}");
        foreach (var wording in Worded(talks, point))
        {
            yield return new PostPiece.Field(wording.Side, Typography.Brief(wording.Wording)) { Continues = true };
        }
    }

    /// <summary>One point in a line: its name, where it stands, and how each side words it.</summary>
    public static PostPiece Line(Negotiation talks, StickingPoint point) => new PostPiece.Line(Typography.Brief(string.Join(
        " · ", Worded(talks, point).Select(wording => $"{wording.Side}: {wording.Wording}").Prepend($"{point.Name} {point.Title} – {point.State.Words()}"))));

    /// <summary>Each side's words in the order of the parties.</summary>
    public static IEnumerable<SideWording> Worded(Negotiation talks, StickingPoint point) =>
        talks.Parties.Select(party => point.Wordings.FirstOrDefault(known => known.Side == party.Code)).OfType<SideWording>();
}
