using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>What a shard needs over all its connections.</summary>
internal sealed record ShardContext(int Index, int Count, ChannelWriter<GatewayEvent> Events)
{
    public required GatewayOptions Options { get; init; }

    public required Secret Token { get; init; }

    public required TimeProvider Time { get; init; }

    public required Random Random { get; init; }

    public required GatewayCounters Counters { get; init; }

    public required Func<IGatewaySocket> NewSocket { get; init; }

    public required ILogger Logger { get; init; }

    public IdentifyData Identify => new(
        Token,
        Options.Intents,
        new(Environment.OSVersion.Platform.ToString(), Options.Name, Options.Name),
        Count > 1 ? [Index, Count] : null);
}
