namespace TalksBot.Discord.Wire.Gateway;

/// <summary>A guild is gone for the bot, or <c>Unavailable</c>: an outage that will pass.</summary>
public sealed record GuildLost(int Shard, Snowflake Guild, bool Unavailable) : GatewayEvent(Shard);
