using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>A dispatch on its way to sessions that asked for any of its intents; intents 0 goes to all.</summary>
internal sealed record GatewayEvent(string Name, JsonObject Data, int Intents, ulong GuildId);
