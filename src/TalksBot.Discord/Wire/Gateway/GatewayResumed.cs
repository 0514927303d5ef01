namespace TalksBot.Discord.Wire.Gateway;

/// <summary>The session goes on, and everything missed has been told.</summary>
public sealed record GatewayResumed(int Shard) : GatewayEvent(Shard);
