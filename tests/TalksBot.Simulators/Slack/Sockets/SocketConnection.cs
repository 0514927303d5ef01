using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace TalksBot.Simulators.Slack.Sockets;

/// <summary>One Socket Mode connection: frames out in order, messages in. slack.md §6.</summary>
internal sealed class SocketConnection(HttpContext context, WebSocket socket, StallableStream stream, SlackSimulatorOptions options)
{
    /// <summary>Slack ends a socket for more with "Max frame length of 20480 has been exceeded." (revelrylabs/slax#614).</summary>
    private const int LargestFrame = 20 * 1024;

    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(2);

    private readonly Channel<string?> _frames = Channel.CreateUnbounded<string?>();
    private readonly byte[] _buffer = new byte[LargestFrame + 1];
    private WebSocketCloseStatus _closing = WebSocketCloseStatus.NormalClosure;

    /// <summary>True once it was told to leave: what comes then goes elsewhere.</summary>
    public bool IsLeaving { get; private set; }

    public void Send(JsonObject frame) => SendRaw(frame.ToJsonString());

    public void SendRaw(string frame) => _frames.Writer.TryWrite(frame);

    public void Stall() => stream.Stall();

    public void Abort() => context.Abort();

    public void Close()
    {
        IsLeaving = true;
        _frames.Writer.TryWrite(null);
    }

    public void Close(int code)
    {
        _closing = (WebSocketCloseStatus)code;
        Close();
    }

    public void Warn(string reason) => Send(new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "applink-simulated" } });

    public void Disconnect(string reason)
    {
        Warn(reason);
        Close();
    }

    /// <summary>A warning, ten seconds to move, then the end.</summary>
    public async Task RetireAsync()
    {
        Warn("warning");
        try
        {
            await Task.Delay(Notice, options.Time, context.RequestAborted);
            Disconnect("refresh_requested");
        }
        catch (OperationCanceledException)
        {
            // It left by itself, as it was told to.
        }
    }

    public async Task LiveAsync(TimeSpan life, CancellationToken token)
    {
        await Task.Delay(life > Notice ? life - Notice : TimeSpan.Zero, options.Time, token);
        await RetireAsync();
    }

    public async Task SendLoopAsync(CancellationToken token)
    {
        await foreach (var frame in _frames.Reader.ReadAllAsync(token))
        {
            if (frame is null)
            {
                await socket.CloseOutputAsync(_closing, null, token);
                await Task.Delay(CloseGrace, token);
                Abort();
                return;
            }

            await socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, token);
        }
    }

    /// <summary>The next message; null once the client closed, or sent more than a frame holds.</summary>
    public async Task<string?> ReceiveAsync(CancellationToken token)
    {
        var length = 0;
        while (length <= LargestFrame)
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), token);
            if (part.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage && length <= LargestFrame)
            {
                return Encoding.UTF8.GetString(_buffer, 0, length);
            }
        }

        _closing = WebSocketCloseStatus.MessageTooBig;
        Close();
        await Task.Delay(CloseGrace * 2, token);
        return null;
    }

    /// <summary>Completes the client's own close; nothing else may be sending any more.</summary>
    public async Task EchoCloseAsync(CancellationToken token)
    {
        if (socket.State is WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, token);
        }
    }
}
