using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using TalksBot.Simulators.Discord.Web;

namespace TalksBot.Simulators.Discord.Sockets;

/// <summary>One socket: frames in, frames out, heartbeats watched.</summary>
internal sealed class GatewayConnection(HttpContext context, WebSocket socket, DiscordSimulatorOptions options, bool compressed, bool resumeUrl) : IDisposable
{
    private const int LargestPayload = 4096;
    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(2);

    private readonly Channel<GatewayFrame> _frames = Channel.CreateUnbounded<GatewayFrame>();
    private readonly MemoryStream _deflated = new();
    private readonly RateWindow _budget = new(options.GatewaySendLimit);
    private readonly byte[] _buffer = new byte[LargestPayload + 1];
    private ZLibStream? _deflater;
    private int _beats;

    public GatewaySession? Session { get; set; }

    public bool Zombie { get; set; }

    public bool ResumeUrl => resumeUrl;

    public DateTimeOffset HelloAt { get; } = options.Time.GetUtcNow();

    public bool HasBeaten => _beats > 0;

    public void Send(int op, JsonNode? data) => Push(new JsonObject { ["op"] = op, ["d"] = data, ["s"] = null, ["t"] = null }.ToJsonString());

    public void Push(string payload)
    {
        if (!Zombie)
        {
            _frames.Writer.TryWrite(new GatewayFrame(payload, 0));
        }
    }

    public void Beat() => Interlocked.Increment(ref _beats);

    public void RequestHeartbeat() => Send(1, null);

    public void AskToReconnect()
    {
        Send(7, null);
        Close(4000);
    }

    public void Close(int code) => _frames.Writer.TryWrite(new GatewayFrame(null, code));

    public void Abort() => context.Abort();

    public void Dispose()
    {
        _deflater?.Dispose();
        _deflated.Dispose();
    }

    public async Task SendLoopAsync(DiscordStats stats, CancellationToken token)
    {
        await foreach (var frame in _frames.Reader.ReadAllAsync(token))
        {
            if (frame.Payload is not null)
            {
                var bytes = Encoding.UTF8.GetBytes(frame.Payload);
                await socket.SendAsync(compressed ? await DeflateAsync(bytes, token) : bytes, compressed ? WebSocketMessageType.Binary : WebSocketMessageType.Text, endOfMessage: true, token);
                continue;
            }

            stats.AddClose(frame.CloseCode);
            await socket.CloseOutputAsync((WebSocketCloseStatus)frame.CloseCode, "closed by the simulator", token);
            await Task.Delay(CloseGrace, token);
            Abort();
            return;
        }
    }

    /// <summary>The next message; empty when the client closed, null when it was too large.</summary>
    public async Task<byte[]?> ReceiveAsync(CancellationToken token)
    {
        var length = 0;
        while (true)
        {
            if (length > LargestPayload)
            {
                return null;
            }

            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), token);
            if (part.MessageType is WebSocketMessageType.Close)
            {
                return [];
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return length > LargestPayload ? null : _buffer[..length];
            }
        }
    }

    public int? ClientCloseCode => (int?)socket.CloseStatus;

    /// <summary>Completes the client's own close; nothing else may be sending any more.</summary>
    public async Task EchoCloseAsync(CancellationToken token)
    {
        if (socket is { State: WebSocketState.CloseReceived, CloseStatus: { } code })
        {
            await socket.CloseOutputAsync(code, null, token);
        }
    }

    public bool WithinBudget(DateTimeOffset now) => _budget.TryTake(now);

    /// <summary>Closes when two intervals pass without a beat; a clock that leaps counts as one.</summary>
    public async Task WatchBeatsAsync(CancellationToken token)
    {
        var silent = 0;
        while (silent < 2)
        {
            var before = Volatile.Read(ref _beats);
            await Task.Delay(options.HeartbeatInterval, options.Time, token);
            silent = Volatile.Read(ref _beats) == before ? silent + 1 : 0;
        }

        Close(4009);
    }

    /// <summary>zlib-stream: one stream for the whole connection, flushed after each payload.</summary>
    private async Task<ReadOnlyMemory<byte>> DeflateAsync(byte[] bytes, CancellationToken token)
    {
        _deflater ??= new ZLibStream(_deflated, CompressionLevel.Fastest, leaveOpen: true);
        _deflated.SetLength(0);
        await _deflater.WriteAsync(bytes, token);
        await _deflater.FlushAsync(token);
        return _deflated.ToArray();
    }
}
