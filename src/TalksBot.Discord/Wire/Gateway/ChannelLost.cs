namespace TalksBot.Discord.Wire.Gateway;

/// <summary>A channel or thread was deleted.</summary>
public sealed record ChannelLost(int Shard, Snowflake Channel, Snowflake? Guild) : GatewayEvent(Shard);
