namespace TalksBot.Discord.Wire.Models;

/// <summary>A menu of 1–25 options (discord.md §4).</summary>
public sealed record StringSelect(
    string CustomId,
    IReadOnlyList<SelectOption> Options,
    string? Placeholder = null,
    int? MinValues = null,
    int? MaxValues = null,
    bool? Disabled = null) : Component;
