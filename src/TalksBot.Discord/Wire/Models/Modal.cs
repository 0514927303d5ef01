namespace TalksBot.Discord.Wire.Models;

/// <summary>A form: id 100, title 45 characters, one to five labels (discord.md §4).</summary>
public sealed record Modal(string CustomId, string Title, params IReadOnlyList<Component> Components);
