using System.Text.Json.Serialization;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>A heartbeat with the last sequence number, or an explicit null before the first (discord.md §9).</summary>
internal sealed record HeartbeatCommand(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? D, Opcode Op = Opcode.Heartbeat);
