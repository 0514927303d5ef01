namespace TalksBot.Discord.Wire.Rest;

/// <summary>Discord did it and said so.</summary>
public sealed record Answered<T>(T Value) : DiscordAnswer<T>;
