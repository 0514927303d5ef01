namespace TalksBot.Discord.Wire.Models;

/// <summary>An embed's last line, 2048 characters at most (discord.md §3).</summary>
public sealed record EmbedFooter(string Text, string? IconUrl = null);
