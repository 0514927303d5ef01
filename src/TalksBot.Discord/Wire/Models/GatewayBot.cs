namespace TalksBot.Discord.Wire.Models;

/// <summary>Where to open the gateway, with how many shards, and how often one may still identify (discord.md §9).</summary>
public sealed record GatewayBot(string Url, int Shards, SessionStartLimit? SessionStartLimit = null);
