namespace TalksBot.Discord.Wire.Models;

/// <summary>A role; the one whose id equals the guild's is @everyone (discord.md §2).</summary>
public sealed record DiscordRole(
    Snowflake Id, string Name, Permissions Permissions, int Position = 0, bool Mentionable = false);
