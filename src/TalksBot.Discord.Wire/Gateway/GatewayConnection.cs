using System.Text.Json;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>One connection of a shard, from the handshake to its end (discord.md §9).</summary>
internal sealed class GatewayConnection(ShardContext shard, GatewaySession session, IFrameSocket socket, Action identified)
{
    // Discord asks for 41 seconds; a beat every so often also tells whether the connection is still there.
    private const long LongestInterval = 120_000;

    // How long to wait for the other side of a close.
    private static readonly TimeSpan _parting = TimeSpan.FromSeconds(1);

    private readonly GatewaySender _sender = new(socket, session, shard.Time);
    private Heartbeat? _heartbeat;
    private Task? _beating;
    private long _heard = shard.Time.GetTimestamp();
    private long? _liveAt;

    /// <summary>Runs until the connection ends; resumes the session if there is one, else identifies.</summary>
    public async Task<ConnectionEnd> RunAsync(Uri address, CancellationToken cancellationToken)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var impatience = LosePatienceAsync(life);
        var listening = ListenAsync(address, life);
        await Task.WhenAny(listening, Task.Delay(Timeout.InfiniteTimeSpan, shard.Time, life.Token));
        var end = listening.IsCompletedSuccessfully ? await listening : GivenUp();

        await socket.CloseAsync(cancellationToken.IsCancellationRequested ? CloseCodes.Leave : CloseCodes.KeepSession);
        await Task.WhenAny(listening, Task.Delay(_parting, shard.Time, CancellationToken.None));
        await life.CancelAsync();
        socket.Dispose();
        await Task.WhenAll(impatience, _beating ?? Task.CompletedTask, listening)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        cancellationToken.ThrowIfCancellationRequested();
        return listening.IsFaulted ? await listening : end with { LiveFor = _liveAt is { } began ? shard.Time.GetElapsedTime(began) : null };
    }

    private static Uri Versioned(Uri address) =>
        new UriBuilder(address) { Query = "v=10&encoding=json" }.Uri;

    // A session that is not taken up again in time is given up: every further try would be as deaf.
    private ConnectionEnd GivenUp() => this switch
    {
        { _heartbeat: null } => new(NextStep.Resume, null, "Discord did not say Hello.") { WasSilent = true },
        { _liveAt: null } => new(NextStep.Identify, null, "Discord said neither READY nor RESUMED."),
        _ => new(NextStep.Resume, null, "Discord no longer answers heartbeats."),
    };

    private async Task LosePatienceAsync(CancellationTokenSource life)
    {
        await Task.Delay(shard.Options.HelloTimeout, shard.Time, life.Token);
        while (_liveAt is null)
        {
            var left = _heartbeat is null ? TimeSpan.Zero : shard.Options.ReadyTimeout - shard.Time.GetElapsedTime(Volatile.Read(ref _heard));
            if (left <= TimeSpan.Zero)
            {
                await life.CancelAsync();
                return;
            }

            await Task.Delay(left, shard.Time, life.Token);
        }
    }

    private async Task<ConnectionEnd> ListenAsync(Uri address, CancellationTokenSource life)
    {
        var resuming = session.CanResume;
        if (!await socket.ConnectAsync(Versioned(address), life.Token))
        {
            return new(NextStep.Resume, null, "No connection came about.") { WasSilent = true };
        }

        while (true)
        {
            var message = await socket.ReceiveAsync();
            if (message.Text is not { } text)
            {
                return ConnectionEnd.Closed(message.CloseCode);
            }

            if (await HandleAsync(FrameReader.Read(text), resuming, life) is { } end)
            {
                return end;
            }
        }
    }

    private async Task<ConnectionEnd?> HandleAsync(GatewayFrame? frame, bool resuming, CancellationTokenSource life) =>
        frame?.Op switch
        {
            Opcode.Dispatch => Dispatch(frame),
            Opcode.Hello => await GreetAsync(frame, resuming, life),
            Opcode.Heartbeat => await BeatAtOnceAsync(life.Token),
            Opcode.HeartbeatAck => Acknowledge(),
            Opcode.Reconnect => new(NextStep.Resume, null, "Discord asked for a new connection."),
            Opcode.InvalidSession => Invalid(frame),
            _ => Ignore(),
        };

    private ConnectionEnd? Dispatch(GatewayFrame frame)
    {
        session.Hear(frame.S);
        Volatile.Write(ref _heard, shard.Time.GetTimestamp());
        var happened = DispatchReader.Read(shard.Index, frame);
        switch (happened)
        {
            case null:
                return Ignore();
            case GatewayReady:
                session.Begin(FrameReader.Data(frame, WireJson.Default.ReadyData)!);
                _liveAt ??= shard.Time.GetTimestamp();
                break;
            case GatewayResumed:
                session.Resumed();
                _liveAt ??= shard.Time.GetTimestamp();
                break;
        }

        shard.Events.TryWrite(happened);
        return null;
    }

    private async Task<ConnectionEnd?> GreetAsync(GatewayFrame frame, bool resuming, CancellationTokenSource life)
    {
        if (_heartbeat is not null || FrameReader.Data(frame, WireJson.Default.HelloData) is not { HeartbeatInterval: > 0 } hello)
        {
            return Ignore();
        }

        Volatile.Write(ref _heard, shard.Time.GetTimestamp());
        _heartbeat = new(_sender, shard.Time, shard.Random);
        _beating = BeatUntilDeadAsync(TimeSpan.FromMilliseconds(Math.Min(hello.HeartbeatInterval, LongestInterval)), life);
        if (resuming)
        {
            await _sender.ResumeAsync(shard.Token, life.Token);
            return null;
        }

        session.Drop();
        await _sender.IdentifyAsync(shard.Identify, life.Token);
        identified();
        return null;
    }

    private async Task BeatUntilDeadAsync(TimeSpan interval, CancellationTokenSource life)
    {
        await _heartbeat!.BeatAsync(interval, life.Token);
        await life.CancelAsync();
    }

    private async Task<ConnectionEnd?> BeatAtOnceAsync(CancellationToken cancellationToken)
    {
        await _sender.BeatAsync(cancellationToken);
        return null;
    }

    private ConnectionEnd? Acknowledge()
    {
        _heartbeat?.Acknowledge();
        return null;
    }

    private static ConnectionEnd Invalid(GatewayFrame frame) =>
        new(
            frame.D.ValueKind == JsonValueKind.True ? NextStep.Resume : NextStep.Identify,
            null,
            "Discord calls the session invalid.")
        {
            PauseBriefly = true,
        };

    private ConnectionEnd? Ignore()
    {
        shard.Counters.Ignore();
        return null;
    }
}
