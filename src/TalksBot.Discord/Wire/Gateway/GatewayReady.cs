using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>A new session began: whatever happened before it will not be told.</summary>
public sealed record GatewayReady(int Shard, DiscordUser User, IReadOnlyList<Snowflake> Guilds) : GatewayEvent(Shard);
