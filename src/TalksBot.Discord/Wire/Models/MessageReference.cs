namespace TalksBot.Discord.Wire.Models;

/// <summary>The message a reply answers; it is posted plainly when that one is gone (discord.md §3).</summary>
public sealed record MessageReference(Snowflake MessageId, bool FailIfNotExists = false);
