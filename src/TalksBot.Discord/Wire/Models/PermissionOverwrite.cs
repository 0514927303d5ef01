namespace TalksBot.Discord.Wire.Models;

/// <summary>What one channel allows or denies a role or a member beyond the guild's own grants (discord.md §12).</summary>
public sealed record PermissionOverwrite(Snowflake Id, OverwriteTarget Type, Permissions Allow, Permissions Deny);
