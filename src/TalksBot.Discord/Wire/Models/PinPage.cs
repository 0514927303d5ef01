namespace TalksBot.Discord.Wire.Models;

/// <summary>Part of a channel's pins, newest first; empty without the right to read history (discord.md §2).</summary>
public sealed record PinPage(IReadOnlyList<PinnedMessage> Items, bool HasMore = false);
