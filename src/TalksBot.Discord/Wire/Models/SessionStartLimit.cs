namespace TalksBot.Discord.Wire.Models;

/// <summary>How many identifies are left; <c>ResetAfter</c> is in milliseconds, as sent (discord.md §9).</summary>
public sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency = 1);
