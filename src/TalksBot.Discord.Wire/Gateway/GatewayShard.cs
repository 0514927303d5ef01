using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>Keeps one shard connected, over as many connections as it takes (discord.md §9).</summary>
internal sealed partial class GatewayShard(ShardContext shard, IdentifyGate gate)
{
    private readonly GatewaySession _session = new();
    private readonly Backoff _backoff = new(shard.Options.Pauses, shard.Random);
    private readonly ILogger _logger = shard.Logger;

    /// <summary>Runs until cancelled, or until Discord will not have the bot back.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(_backoff.Next(), shard.Time, cancellationToken);
            var resumed = _session.CanResume;
            var end = resumed ? await ResumeAsync(cancellationToken) : await IdentifyAsync(cancellationToken);
            if (end.Next == NextStep.Stop)
            {
                LogStopped(shard.Index, end.Reason);
                shard.Events.TryWrite(new GatewayStopped(shard.Index, end.CloseCode, end.Reason));
                return;
            }

            LogLost(shard.Index, end.CloseCode, end.Reason);
            shard.Events.TryWrite(new ConnectionLost(shard.Index, end.CloseCode, end.Reason));
            Prepare(end, resumed);
            if (end.PauseBriefly)
            {
                await Task.Delay(Brief(), shard.Time, cancellationToken);
            }
        }
    }

    private async Task<ConnectionEnd> ResumeAsync(CancellationToken cancellationToken)
    {
        using var socket = shard.NewSocket();
        var connection = new GatewayConnection(shard, _session, socket, () => { });
        return await connection.RunAsync(_session.ResumeAddress!, cancellationToken);
    }

    private async Task<ConnectionEnd> IdentifyAsync(CancellationToken cancellationToken)
    {
        _session.Drop();
        switch (await gate.EnterAsync(shard.Index, cancellationToken))
        {
            case Answered<IdentifyPass>(var admitted):
                using (var pass = admitted)
                {
                    using var socket = shard.NewSocket();
                    var connection = new GatewayConnection(shard, _session, socket, pass.Use);
                    return await connection.RunAsync(pass.Address!, cancellationToken);
                }

            case Failed<IdentifyPass>(CredentialsDead dead):
                return new(NextStep.Stop, null, dead.Reason);
            case var failed:
                return new(NextStep.Identify, null, $"The gateway's address is not to be had: {failed}") { WasSilent = true };
        }
    }

    /// <summary>One to five seconds, Discord's older advice after an invalid session (discord.md §9).</summary>
    private TimeSpan Brief() => TimeSpan.FromSeconds(1 + (shard.Random.NextDouble() * 4));

    private void Prepare(ConnectionEnd end, bool resumed)
    {
        _backoff.Settle(end.LiveFor, end.WasSilent);
        if (end.Next == NextStep.IdentifyLater)
        {
            _backoff.Lengthen();
        }

        if (end.LiveFor is null && resumed)
        {
            _session.FailToResume();
        }

        if (end.Next != NextStep.Resume)
        {
            _session.Drop();
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Shard {Shard} lost its connection ({CloseCode}): {Reason}")]
    private partial void LogLost(int shard, int? closeCode, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Shard {Shard} stopped: {Reason}")]
    private partial void LogStopped(int shard, string reason);
}

/// <summary>What a shard needs over all its connections.</summary>
internal sealed record ShardContext(int Index, int Count, ChannelWriter<GatewayEvent> Events)
{
    public required GatewayOptions Options { get; init; }

    public required Secret Token { get; init; }

    public required TimeProvider Time { get; init; }

    public required Random Random { get; init; }

    public required GatewayCounters Counters { get; init; }

    public required Func<IFrameSocket> NewSocket { get; init; }

    public required ILogger Logger { get; init; }

    public IdentifyData Identify => new(
        Token,
        Options.Intents,
        new(Environment.OSVersion.Platform.ToString(), Options.Name, Options.Name),
        Count > 1 ? [Index, Count] : null);
}
