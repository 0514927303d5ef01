namespace TalksBot.Discord.Wire.Rest;

/// <summary>Not done: the token is not accepted, and the client sends nothing more with it (discord.md §10).</summary>
public sealed record CredentialsDead(string Reason) : DiscordFailure;
