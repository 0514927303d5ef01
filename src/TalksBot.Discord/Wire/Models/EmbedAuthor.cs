namespace TalksBot.Discord.Wire.Models;

/// <summary>An embed's first line, 256 characters at most (discord.md §3).</summary>
public sealed record EmbedAuthor(string Name, string? Url = null, string? IconUrl = null);
