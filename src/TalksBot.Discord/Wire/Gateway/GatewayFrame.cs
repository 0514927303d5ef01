using System.Text.Json;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>A frame as received (discord.md §9).</summary>
internal sealed record GatewayFrame(Opcode Op, JsonElement D, long? S = null, string? T = null);
