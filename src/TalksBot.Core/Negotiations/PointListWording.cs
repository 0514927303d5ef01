using TalksBot.Core.Posts;

namespace TalksBot.Core.Negotiations;

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

    private static IEnumerable<SideWording> Worded(Negotiation talks, StickingPoint point) =>
        talks.Parties.Select(party => point.Wordings.FirstOrDefault(known => known.Side == party.Code)).OfType<SideWording>();
}
