using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Chronicles;

/// <summary>What happened to one negotiation.</summary>
/// <param name="Talks">The negotiation.</param>
/// <param name="Entries">What happened, oldest first.</param>
public sealed record TalksNews(Negotiation Talks, IReadOnlyList<ChronicleEntry> Entries)
{
    /// <summary>How many updates came out beside those, which are the latest.</summary>
    public int LeftOut { get; init; }
}
