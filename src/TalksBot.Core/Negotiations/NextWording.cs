using TalksBot.Core.Posts;

namespace TalksBot.Core.Negotiations;

/// <summary>What comes next, over all talks. Pure.</summary>
public static class NextWording
{
    /// <summary>The deadlines and sessions still waited for, soonest first, on every clock.</summary>
    /// <param name="page">Those of the page.</param>
    public static Post Write(Page<(Negotiation Talks, Upcoming Coming)> page) => page.Total == 0
        ? new Post("Nothing is due: no deadline stands and no session is planned", Severity.Calm, [])
        : new Post("Next deadlines and sessions", Severity.Calm, [.. Named(page.Items)]);

    /// <summary>Everything that is waited for, in the order of the list.</summary>
    public static IEnumerable<(Negotiation Talks, Upcoming Coming)> InOrder(IEnumerable<Negotiation> talks, Instant now) => talks
        .SelectMany(known => Upcoming.Of(known, now).Select(coming => (Talks: known, Coming: coming)))
        .OrderBy(pair => pair.Coming.At);

    /// <summary>Each under the name of its talks, which stands once for several in a row.</summary>
    private static IEnumerable<PostPiece> Named(IReadOnlyList<(Negotiation Talks, Upcoming Coming)> items)
    {
        Negotiation? named = null;
        foreach (var (talks, coming) in items)
        {
            if (talks != named)
            {
                named = talks;
                yield return new PostPiece.Section(talks.Title);
            }

            foreach (var piece in coming.Pieces)
            {
                yield return piece;
            }
        }
    }
}
