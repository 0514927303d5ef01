namespace TalksBot.Discord.Wire.Gateway;

/// <summary>How often to beat, in milliseconds as sent (discord.md §9).</summary>
internal sealed record HelloData(long HeartbeatInterval);
