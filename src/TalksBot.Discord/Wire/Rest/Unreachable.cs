namespace TalksBot.Discord.Wire.Rest;

/// <summary>Not done: nothing Discord could act on left this machine. Safe to send again.</summary>
public sealed record Unreachable(string Reason) : DiscordFailure;
