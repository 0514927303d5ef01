namespace TalksBot.Discord.Wire.Models;

/// <summary>A file on a message; the URL is signed and expires, so it is no permanent link (discord.md §3.2).</summary>
public sealed record DiscordAttachment(Snowflake Id, string Filename, int Size, string Url, string? Description = null);
