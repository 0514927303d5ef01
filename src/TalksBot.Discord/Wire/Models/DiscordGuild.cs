namespace TalksBot.Discord.Wire.Models;

/// <summary>A server the bot is in; <c>OwnerId</c> is absent in the bot's own list of guilds.</summary>
public sealed record DiscordGuild(Snowflake Id, string Name, Snowflake? OwnerId = null);
