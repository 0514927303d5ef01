namespace TalksBot.Discord.Wire.Rest;

/// <summary>The value of an answer that has none.</summary>
public readonly record struct NoContent;
