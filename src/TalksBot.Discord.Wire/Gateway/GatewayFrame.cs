using System.Text.Json;
using System.Text.Json.Serialization;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>A frame as received (discord.md §9).</summary>
internal sealed record GatewayFrame(Opcode Op, JsonElement D, long? S = null, string? T = null);

/// <summary>A frame to send.</summary>
internal sealed record GatewayCommand<TData>(Opcode Op, TData D);

/// <summary>A heartbeat with the last sequence number, or an explicit null before the first (discord.md §9).</summary>
internal sealed record HeartbeatCommand(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? D, Opcode Op = Opcode.Heartbeat);

/// <summary>How often to beat, in milliseconds as sent (discord.md §9).</summary>
internal sealed record HelloData(long HeartbeatInterval);

/// <summary>Opens a session; <c>Shard</c> is [index, count], absent for a lone connection (discord.md §9).</summary>
internal sealed record IdentifyData(
    Secret Token, GatewayIntents Intents, IdentifyProperties Properties, IReadOnlyList<int>? Shard);

/// <summary>What Discord wants to know about the program (discord.md §9).</summary>
internal sealed record IdentifyProperties(string Os, string Browser, string Device);

/// <summary>Takes up a session where it was lost (discord.md §9).</summary>
internal sealed record ResumeData(Secret Token, string SessionId, long Seq);

/// <summary>What READY brings (discord.md §9).</summary>
internal sealed record ReadyData(
    DiscordUser User, string SessionId, string? ResumeGatewayUrl = null, IReadOnlyList<ReadyGuild>? Guilds = null);

/// <summary>A server the bot is in, as READY names it.</summary>
internal sealed record ReadyGuild(Snowflake Id);

/// <summary>Any other event by Discord's name for it, <c>GUILD_CREATE</c>.</summary>
public sealed record RawDispatch(int Shard, string Name, JsonElement Data) : GatewayEvent(Shard);

/// <summary>The kinds of frame this client sends or understands (discord.md §9).</summary>
internal enum Opcode
{
    Unknown = -1,
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}
