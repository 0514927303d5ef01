using TalksBot.Core.Posts;

namespace TalksBot.Core.Negotiations;

/// <summary>Sticking points as answers show them, each in both sides' own words. Pure.</summary>
public static class PointListWording
{
    /// <summary>Every sticking point.</summary>
    public static Post Write(Negotiation talks)
    {
        var heading = $"{talks.Title}: {Typography.Count(talks.Points.Count, "sticking point")}";
        if (talks.Points.Count == 0)
        {
            return new Post(heading, Severity.Calm, [new PostPiece.Line($"Name one: /talks point add {talks.Slug} \"what the sides differ on\"")]);
        }

        return new Post(heading, Severity.Calm, [.. talks.Points.SelectMany(point => Pieces(talks, point))]);
    }

    /// <summary>One point: where it stands, then each side's words in the order of the parties.</summary>
    public static IEnumerable<PostPiece> Pieces(Negotiation talks, StickingPoint point)
    {
        yield return new PostPiece.Line($"{point.Name} {point.Title} – {point.State.Words()}");
        foreach (var party in talks.Parties)
        {
            if (point.Wordings.FirstOrDefault(known => known.Side == party.Code) is { } wording)
            {
                yield return new PostPiece.Field(party.Code, wording.Wording);
            }
        }
    }
}
