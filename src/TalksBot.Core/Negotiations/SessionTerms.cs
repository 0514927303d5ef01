using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>What is known of a session when it is announced.</summary>
/// <param name="StartsAt">When it starts.</param>
/// <param name="EndsAt">When it is to end; null if unknown.</param>
/// <param name="Place">Where, or empty.</param>
/// <param name="Who">Who meets, or empty.</param>
public sealed record SessionTerms(CivilTime StartsAt, CivilTime? EndsAt = null, string Place = "", string Who = "");
