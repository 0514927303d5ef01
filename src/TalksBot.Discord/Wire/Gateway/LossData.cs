namespace TalksBot.Discord.Wire.Gateway;

/// <summary>The parts of a deleted guild, channel or thread that say what is gone; unavailable means an outage.</summary>
internal sealed record LossData(Snowflake Id, Snowflake? GuildId = null, bool Unavailable = false);
