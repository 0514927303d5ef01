namespace TalksBot.Discord.Wire.Models;

/// <summary>What to change about a thread; what is null stays as it is.</summary>
internal sealed record ThreadEdit(bool? Archived = null);
