namespace TalksBot.Discord.Wire.Gateway;

/// <summary>Opens a session; <c>Shard</c> is [index, count], absent for a lone connection (discord.md §9).</summary>
internal sealed record IdentifyData(
    Secret Token, GatewayIntents Intents, IdentifyProperties Properties, IReadOnlyList<int>? Shard);
