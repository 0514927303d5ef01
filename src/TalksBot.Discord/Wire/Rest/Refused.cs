namespace TalksBot.Discord.Wire.Rest;

/// <summary>Not done: Discord says why, and will say so again.</summary>
public sealed record Refused(DiscordError Error) : DiscordFailure;
