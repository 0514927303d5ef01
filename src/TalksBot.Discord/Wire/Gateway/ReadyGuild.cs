namespace TalksBot.Discord.Wire.Gateway;

/// <summary>A server the bot is in, as READY names it.</summary>
internal sealed record ReadyGuild(Snowflake Id);
