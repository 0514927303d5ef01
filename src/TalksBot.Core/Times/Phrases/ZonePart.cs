namespace TalksBot.Core.Times.Phrases;

/// <summary>The zone a phrase names.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Reading">What that names.</param>
internal sealed record ZonePart(string Text, ZoneReading Reading);
