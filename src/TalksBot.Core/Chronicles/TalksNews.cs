using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Chronicles;

/// <summary>What happened to one negotiation, oldest first.</summary>
internal sealed record TalksNews(Negotiation Talks, IReadOnlyList<ChronicleEntry> Entries);
