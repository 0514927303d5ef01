namespace TalksBot.Discord.Wire.Models;

/// <summary>One line of a menu; every text 100 characters at most (discord.md §4).</summary>
public sealed record SelectOption(string Label, string Value, string? Description = null, bool? Default = null);
