namespace TalksBot.Discord.Wire.Gateway;

/// <summary>The last event: Discord will not have this bot back until somebody mends what <c>Reason</c> names.</summary>
public sealed record GatewayStopped(int Shard, int? CloseCode, string Reason) : GatewayEvent(Shard);
