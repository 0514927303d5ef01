using System.Text.Json;

namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>One connection, from the handshake until its socket is gone (slack.md §6).</summary>
internal sealed class SocketConnection(SocketContext context, IFrameSocket socket)
{
    // How long to wait for the other side of a close.
    private static readonly TimeSpan _parting = TimeSpan.FromSeconds(1);

    // How long Slack waits for an acknowledgement.
    private static readonly TimeSpan _answering = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource<ConnectionEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EnvelopeDispatcher _desk = new(context, socket);
    private volatile bool _live;
    private long _liveAt;

    /// <summary>Ends when another connection is needed; this one may go on for a while to bring what is on its way.</summary>
    public Task<ConnectionEnd> End => _end.Task;

    /// <summary>How long it has lived since its hello; null when it never did.</summary>
    public TimeSpan? LiveFor => _live ? context.Time.GetElapsedTime(_liveAt) : null;

    /// <summary>No connection came about, or nobody said hello.</summary>
    public bool WasSilent { get; private set; }

    /// <summary>Runs until the socket is gone and everything it brought is handled.</summary>
    public async Task RunAsync(Uri address, CancellationToken cancellationToken)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var impatience = LosePatienceAsync(life);
        var listening = ListenAsync(address, life.Token, cancellationToken);
        await Task.WhenAny(listening, DrainedAsync(life.Token));

        await FinishAsync(listening);
        await socket.CloseAsync(SocketMessage.NormalClosure);
        await Task.WhenAny(listening, Task.Delay(_parting, context.Time, CancellationToken.None));
        await life.CancelAsync();
        socket.Dispose();
        await Task.WhenAll(impatience, listening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (listening.IsFaulted)
        {
            context.Failure.TrySetException(listening.Exception.InnerExceptions);
        }

        if (_live)
        {
            context.Counters.End();
        }

        _end.TrySetResult(listening.IsCompletedSuccessfully && await listening is { } told ? told
            : _live ? ConnectionEnd.Lost
            : ConnectionEnd.NeverLive);
        await _desk.IdleAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // Slack closes its own half and still hears what this half says, so what it brought last is acknowledged first; meanwhile another is opened.
    private async Task FinishAsync(Task<ConnectionEnd?> listening)
    {
        if (listening.IsFaulted || (listening.IsCompleted && await listening is not null))
        {
            return;
        }

        if (listening.IsCompleted)
        {
            _end.TrySetResult(_live ? ConnectionEnd.Lost : ConnectionEnd.NeverLive);
        }

        await _desk.IdleAsync().WaitAsync(_answering, context.Time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task LosePatienceAsync(CancellationTokenSource life)
    {
        await Task.Delay(context.Options.HelloTimeout, context.Time, life.Token);
        if (!_live)
        {
            WasSilent = true;
            await life.CancelAsync();
        }
    }

    // Ends at the end of its life, or some time after Slack announced to renew it.
    private async Task DrainedAsync(CancellationToken life)
    {
        var ended = Task.Delay(Timeout.InfiniteTimeSpan, context.Time, life);
        if (await Task.WhenAny(End, ended) != ended)
        {
            await Task.WhenAny(ended, Task.Delay(context.Options.Drain, context.Time, life));
        }
    }

    private async Task<ConnectionEnd?> ListenAsync(Uri address, CancellationToken life, CancellationToken run)
    {
        if (!await socket.ConnectAsync(address, life))
        {
            WasSilent = true;
            return ConnectionEnd.NeverLive;
        }

        while ((await socket.ReceiveAsync()).Text is { } text)
        {
            if (Handle(text, run) is { } end)
            {
                return end;
            }
        }

        return null;
    }

    private ConnectionEnd? Handle(ReadOnlyMemory<byte> text, CancellationToken run)
    {
        if (Json.TryParse(text) is not { ValueKind: JsonValueKind.Object } frame)
        {
            return Ignore();
        }

        if (Json.Text(frame, "envelope_id") is { Length: > 0 } id)
        {
            _desk.Take(id, frame, run);
            return null;
        }

        return Json.Text(frame, "type") switch
        {
            "hello" => Greet(),
            "disconnect" => Disconnect(Json.Text(frame, "reason")),
            _ => Ignore(),
        };
    }

    private ConnectionEnd? Greet()
    {
        if (!_live)
        {
            _liveAt = context.Time.GetTimestamp();
            _live = true;
            context.Counters.Begin();
        }

        return null;
    }

    private ConnectionEnd? Disconnect(string? reason)
    {
        switch (reason)
        {
            case "link_disabled":
                return ConnectionEnd.Disabled;
            case "too_many_websockets":
                return ConnectionEnd.TooMany;
            default:
                // It may still bring something until Slack closes it, so reading goes on.
                _end.TrySetResult(ConnectionEnd.Renewed);
                return null;
        }
    }

    private ConnectionEnd? Ignore()
    {
        context.Counters.Ignore();
        return null;
    }
}
