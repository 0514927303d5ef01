namespace TalksBot.Discord.Wire.Models;

/// <summary>A thread to open: name 1–100 characters; archive after 60, 1440, 4320 or 10080 minutes (discord.md §2).</summary>
/// <remarks><c>Type</c> counts only for a thread without a message, where Discord's own default is a private one.</remarks>
public sealed record ThreadDraft(string Name, int? AutoArchiveDuration = null, ChannelType? Type = null);
