using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Interactions;

/// <summary>The things behind ids that were given as arguments (discord.md §7).</summary>
public sealed record ResolvedData(
    IReadOnlyDictionary<Snowflake, DiscordUser>? Users = null,
    IReadOnlyDictionary<Snowflake, DiscordMember>? Members = null,
    IReadOnlyDictionary<Snowflake, DiscordRole>? Roles = null,
    IReadOnlyDictionary<Snowflake, DiscordChannel>? Channels = null,
    IReadOnlyDictionary<Snowflake, DiscordMessage>? Messages = null);
