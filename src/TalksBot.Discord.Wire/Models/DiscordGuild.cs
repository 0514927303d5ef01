using System.Text.Json.Serialization;

namespace TalksBot.Discord.Wire.Models;

/// <summary>A server the bot is in; <c>OwnerId</c> is absent in the bot's own list of guilds.</summary>
public sealed record DiscordGuild(Snowflake Id, string Name, Snowflake? OwnerId = null);

/// <summary>A user inside one guild; <c>Permissions</c> is filled in interactions only (discord.md §7).</summary>
public sealed record DiscordMember(
    DiscordUser? User,
    string? Nick = null,
    IReadOnlyList<Snowflake>? Roles = null,
    Permissions? Permissions = null);

/// <summary>A role; the one whose id equals the guild's is @everyone (discord.md §2).</summary>
public sealed record DiscordRole(
    Snowflake Id, string Name, Permissions Permissions, int Position = 0, bool Mentionable = false);

/// <summary>An account, human or bot; <c>GlobalName</c> is the display name, null when none is set.</summary>
public sealed record DiscordUser([property: JsonRequired] Snowflake Id, string Username, string? GlobalName = null, bool Bot = false);

/// <summary>The application the token belongs to.</summary>
/// <remarks>A set <c>InteractionsEndpointUrl</c> means no interaction arrives over the gateway (discord.md §8).</remarks>
public sealed record CurrentApplication(
    Snowflake Id, string Name, DiscordUser? Bot = null, string? InteractionsEndpointUrl = null, bool BotPublic = false);

/// <summary>Where to open the gateway, with how many shards, and how often one may still identify (discord.md §9).</summary>
public sealed record GatewayBot(string Url, int Shards, SessionStartLimit? SessionStartLimit = null);

/// <summary>How many identifies are left; <c>ResetAfter</c> is in milliseconds, as sent (discord.md §9).</summary>
public sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency = 1);
