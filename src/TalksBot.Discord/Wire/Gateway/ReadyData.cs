using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>What READY brings (discord.md §9).</summary>
internal sealed record ReadyData(
    DiscordUser User, string SessionId, string? ResumeGatewayUrl = null, IReadOnlyList<ReadyGuild>? Guilds = null);
