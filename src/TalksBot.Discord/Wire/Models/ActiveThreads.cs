namespace TalksBot.Discord.Wire.Models;

/// <summary>A guild's open threads, which its channel list leaves out (discord.md §2).</summary>
public sealed record ActiveThreads(IReadOnlyList<DiscordChannel> Threads);
