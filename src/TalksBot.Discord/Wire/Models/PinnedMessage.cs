namespace TalksBot.Discord.Wire.Models;

/// <summary>A pinned message and when it was pinned.</summary>
public sealed record PinnedMessage(DateTimeOffset PinnedAt, DiscordMessage Message);
