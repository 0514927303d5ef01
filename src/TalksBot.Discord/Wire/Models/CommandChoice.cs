namespace TalksBot.Discord.Wire.Models;

/// <summary>An offered value and the name people see, 100 characters each (discord.md §6).</summary>
public sealed record CommandChoice(string Name, OptionValue Value);
