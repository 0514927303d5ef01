using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>Discord's gateway v10 as one stream of events, reconnecting by itself (discord.md §9).</summary>
public sealed class DiscordGateway(
    DiscordRest rest, DiscordWireOptions wire, TimeProvider time, ILogger<DiscordGateway> logger)
{
    private readonly GatewayCounters _counters = new();

    /// <summary>How to hold it; set before listening.</summary>
    public GatewayOptions Options { get; init; } = new();

    /// <summary>Frames that were malformed or of an unknown kind, and were skipped.</summary>
    public long IgnoredFrames => _counters.Ignored;

    internal Func<IFrameSocket> NewSocket { get; init; } = () => new FrameSocket();

    internal Random Random { get; init; } = Random.Shared;

    /// <summary>Connects and tells everything until cancelled, or until <see cref="GatewayStopped"/>, the last event.</summary>
    public async IAsyncEnumerable<GatewayEvent> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Unbounded, since a reader that lags must not keep heartbeats from being heard.
        var events = Channel.CreateUnbounded<GatewayEvent>();
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = RunAsync(events.Writer, all);
        try
        {
            await foreach (var happened in events.Reader.ReadAllAsync(cancellationToken))
            {
                yield return happened;
            }
        }
        finally
        {
            await all.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (running.IsFaulted)
        {
            await running;
        }
    }

    private async Task RunAsync(ChannelWriter<GatewayEvent> events, CancellationTokenSource all)
    {
        try
        {
            using var gate = new IdentifyGate(rest.Application, time, logger);
            var count = Options.Shards ?? await AskShardsAsync(events, all.Token);
            var shards = Enumerable.Range(0, count).Select(index => RunShardAsync(index, count, gate, events, all)).ToList();
            await Task.WhenAll(shards);
        }
        finally
        {
            events.TryComplete();
        }
    }

    private async Task RunShardAsync(
        int index, int count, IdentifyGate gate, ChannelWriter<GatewayEvent> events, CancellationTokenSource all)
    {
        var shard = new ShardContext(index, count, events)
        {
            Options = Options,
            Token = wire.Token,
            Time = time,
            Random = Random,
            Counters = _counters,
            NewSocket = NewSocket,
            Logger = logger,
        };
        try
        {
            await new GatewayShard(shard, gate).RunAsync(all.Token);
        }
        finally
        {
            await all.CancelAsync();
        }
    }

    // With a dead token it starts with one shard, which meets the same trouble and reports it.
    private async Task<int> AskShardsAsync(ChannelWriter<GatewayEvent> events, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(Options.Pauses, Random);
        while (true)
        {
            await Task.Delay(backoff.Next(), time, cancellationToken);
            switch (await rest.Application.GetGatewayAsync(cancellationToken))
            {
                case Answered<GatewayBot>(var gateway):
                    return Math.Clamp(gateway.Shards, 1, 256);
                case Failed<GatewayBot>(CredentialsDead):
                    return 1;
                case var failed:
                    events.TryWrite(new ConnectionLost(0, null, $"Discord has not told how many shards it wants: {failed}"));
                    backoff.Settle(liveFor: null, wasSilent: true);
                    break;
            }
        }
    }
}
