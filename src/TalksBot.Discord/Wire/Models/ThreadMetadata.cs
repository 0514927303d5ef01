namespace TalksBot.Discord.Wire.Models;

/// <summary>Whether a thread still takes messages; archived but unlocked wakes on the next post (discord.md §2).</summary>
public sealed record ThreadMetadata(bool Archived, bool Locked = false);
