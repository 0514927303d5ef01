using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>What is known of talks when the desk begins to follow them.</summary>
/// <param name="Slug">Their name in commands: lower-case letters, digits and hyphens.</param>
/// <param name="Title">Their name in print.</param>
/// <param name="Parties">The sides.</param>
/// <param name="Venue">Where they meet, or empty.</param>
/// <param name="Zone">The zone in which times are read when none is named.</param>
/// <param name="Clocks">The clocks shown on every time, in order.</param>
public sealed record TalksTerms(
    string Slug, string Title, IReadOnlyList<Party> Parties, string Venue, DateTimeZone Zone, IReadOnlyList<WallClock> Clocks);
