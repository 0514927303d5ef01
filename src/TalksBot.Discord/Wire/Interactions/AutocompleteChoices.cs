using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Interactions;

/// <summary>What to offer while somebody types: 25 choices at most (discord.md §6).</summary>
internal sealed record AutocompleteChoices(IReadOnlyList<CommandChoice> Choices);
