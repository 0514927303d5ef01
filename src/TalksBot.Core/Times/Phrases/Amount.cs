namespace TalksBot.Core.Times.Phrases;

/// <summary>A span of time counted from somewhere.</summary>
/// <param name="Span">How long, never negative.</param>
/// <param name="WholeDays">Whether it was typed in days or weeks alone, which people also count on the calendar.</param>
/// <param name="From">What it counts from, and which way.</param>
/// <param name="Text">As typed.</param>
internal sealed record Amount(Duration Span, bool WholeDays, AmountFrom From, string Text);
