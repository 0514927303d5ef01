using TalksBot.Core.Posts;

namespace TalksBot.Core.Negotiations;

/// <summary>What comes next, over all talks. Pure.</summary>
public static class NextWording
{
    /// <summary>The deadlines and sessions still waited for, soonest first, on every clock.</summary>
    public static Post Write(IReadOnlyList<Negotiation> talks, Instant now)
    {
        var coming = talks
            .SelectMany(known => Upcoming.Of(known, now).Select(item => (Talks: known, Item: item)))
            .OrderBy(pair => pair.Item.At)
            .ToList();
        return coming.Count == 0
            ? new Post("Nothing is due: no deadline stands and no session is planned", Severity.Calm, [])
            : new Post("Next deadlines and sessions", Severity.Calm, [.. coming.SelectMany(pair => Named(pair.Talks, pair.Item))]);
    }

    private static IEnumerable<PostPiece> Named(Negotiation talks, Upcoming coming) =>
        coming.Pieces.Prepend(new PostPiece.Section(talks.Title));
}
