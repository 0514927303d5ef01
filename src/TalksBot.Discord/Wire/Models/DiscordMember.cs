namespace TalksBot.Discord.Wire.Models;

/// <summary>A user inside one guild; <c>Permissions</c> is filled in interactions only (discord.md §7).</summary>
public sealed record DiscordMember(
    DiscordUser? User,
    string? Nick = null,
    IReadOnlyList<Snowflake>? Roles = null,
    Permissions? Permissions = null);
