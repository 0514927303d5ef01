namespace TalksBot.Discord.Wire.Models;

/// <summary>Up to five buttons, or exactly one select (discord.md §4).</summary>
public sealed record ActionRow(params IReadOnlyList<Component> Components) : Component;
