namespace TalksBot.Discord.Wire.Models;

/// <summary>A button: <c>CustomId</c> (100 characters) unless it is a link, which has a <c>Url</c> (512) instead (discord.md §4).</summary>
public sealed record Button(
    ButtonStyle Style, string Label, string? CustomId = null, string? Url = null, bool? Disabled = null) : Component;
