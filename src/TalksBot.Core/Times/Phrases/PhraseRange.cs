namespace TalksBot.Core.Times.Phrases;

/// <summary>A start and an end typed together, read as far as their words go.</summary>
/// <param name="Start">What is said of the start.</param>
/// <param name="End">What is said of the end.</param>
/// <param name="Text">As typed.</param>
/// <param name="Spoken">The one time that the words say instead, as "ten to five" does; null when they say none.</param>
internal sealed record PhraseRange(PhraseParts Start, PhraseParts End, string Text, PhraseParts? Spoken);
