namespace TalksBot.Discord.Wire.Gateway;

/// <summary>
/// Something the gateway told or that befell it: <see cref="GatewayReady"/>, <see cref="GatewayResumed"/>,
/// <see cref="InteractionCreated"/>, <see cref="RawDispatch"/>, <see cref="ConnectionLost"/> or <see cref="GatewayStopped"/>.
/// Any may come twice (discord.md §1).
/// </summary>
public abstract record GatewayEvent(int Shard);
