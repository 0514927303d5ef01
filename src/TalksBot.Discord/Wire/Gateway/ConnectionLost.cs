namespace TalksBot.Discord.Wire.Gateway;

/// <summary>A connection ended and another is on its way; <c>CloseCode</c> is null when none was given.</summary>
public sealed record ConnectionLost(int Shard, int? CloseCode, string Reason) : GatewayEvent(Shard);
