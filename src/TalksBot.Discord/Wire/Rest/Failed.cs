namespace TalksBot.Discord.Wire.Rest;

/// <summary>It did not happen, or nobody knows whether it did.</summary>
public sealed record Failed<T>(DiscordFailure Failure) : DiscordAnswer<T>;
