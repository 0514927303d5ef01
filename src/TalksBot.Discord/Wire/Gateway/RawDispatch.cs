using System.Text.Json;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>Any other event by Discord's name for it, <c>GUILD_CREATE</c>.</summary>
public sealed record RawDispatch(int Shard, string Name, JsonElement Data) : GatewayEvent(Shard);
