namespace TalksBot.Discord.Wire.Models;

/// <summary>A named line of an embed: name 256, value 1024 characters, neither empty (discord.md §3).</summary>
public sealed record EmbedField(string Name, string Value, bool? Inline = null);
