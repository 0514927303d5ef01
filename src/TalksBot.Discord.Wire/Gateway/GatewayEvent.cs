using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>
/// Something the gateway told or that befell it: <see cref="GatewayReady"/>, <see cref="GatewayResumed"/>,
/// <see cref="InteractionCreated"/>, <see cref="RawDispatch"/>, <see cref="ConnectionLost"/> or <see cref="GatewayStopped"/>.
/// Any may come twice (discord.md §1).
/// </summary>
public abstract record GatewayEvent(int Shard);

/// <summary>A new session began: whatever happened before it will not be told.</summary>
public sealed record GatewayReady(int Shard, DiscordUser User, IReadOnlyList<Snowflake> Guilds) : GatewayEvent(Shard);

/// <summary>The session goes on, and everything missed has been told.</summary>
public sealed record GatewayResumed(int Shard) : GatewayEvent(Shard);

/// <summary>The last event: Discord will not have this bot back until somebody mends what <c>Reason</c> names.</summary>
public sealed record GatewayStopped(int Shard, int? CloseCode, string Reason) : GatewayEvent(Shard);

/// <summary>Somebody used a command, a component or a form; answer over REST within three seconds (discord.md §7).</summary>
public sealed record InteractionCreated(int Shard, Interaction Interaction) : GatewayEvent(Shard);

/// <summary>A connection ended and another is on its way; <c>CloseCode</c> is null when none was given.</summary>
public sealed record ConnectionLost(int Shard, int? CloseCode, string Reason) : GatewayEvent(Shard);
