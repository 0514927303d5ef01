using TalksBot.Core.Negotiations;

namespace TalksBot.Features.Desk;

/// <summary>Talks since some moment.</summary>
/// <param name="Talks">The heads of those that changed last, and some in which nothing happened, by slug.</param>
/// <param name="Others">How many more changed.</param>
internal sealed record StirredTalks(IReadOnlyList<Negotiation> Talks, int Others)
{
    /// <summary>The most of each that are read.</summary>
    public const int Most = 20;
}
