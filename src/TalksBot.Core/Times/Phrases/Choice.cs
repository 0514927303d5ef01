namespace TalksBot.Core.Times.Phrases;

/// <summary>What one part of a phrase can mean.</summary>
/// <param name="Options">The meanings, likeliest first; without a question exactly one.</param>
/// <param name="Question">Why a person has to choose, one sentence; null when there is nothing to ask.</param>
/// <param name="Note">What was inferred, as a clause to show; null when nothing was.</param>
internal sealed record Choice<T>(IReadOnlyList<T> Options, string? Question = null, string? Note = null);
