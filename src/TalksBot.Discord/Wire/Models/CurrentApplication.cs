namespace TalksBot.Discord.Wire.Models;

/// <summary>The application the token belongs to.</summary>
/// <remarks>A set <c>InteractionsEndpointUrl</c> means no interaction arrives over the gateway (discord.md §8).</remarks>
public sealed record CurrentApplication(
    Snowflake Id, string Name, DiscordUser? Bot = null, string? InteractionsEndpointUrl = null, bool BotPublic = false);
