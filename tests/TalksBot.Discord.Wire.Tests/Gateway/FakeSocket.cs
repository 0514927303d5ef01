using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using TalksBot.Wire;

namespace TalksBot.Discord.Wire.Tests.Gateway;

/// <summary>One end of a websocket; the test plays the gateway at the other.</summary>
internal sealed class FakeSocket : IFrameSocket
{
    private readonly Channel<SocketMessage> _toClient = Channel.CreateUnbounded<SocketMessage>();

    public Uri? Address { get; private set; }

    public int? ClosedWith { get; private set; }

    public bool Reachable { get; set; } = true;

    /// <summary>Acknowledges heartbeats as a live gateway does.</summary>
    public bool Acknowledges { get; set; } = true;

    public ConcurrentQueue<JsonElement> Sent { get; } = new();

    public IEnumerable<JsonElement> SentWith(int op) => Sent.Where(frame => frame.GetProperty("op").GetInt32() == op);

    public void Say(string frame) => _toClient.Writer.TryWrite(SocketMessage.Of(Encoding.UTF8.GetBytes(frame)));

    public void Hello(int interval = 45_000) =>
        Say($$"""{"op":10,"d":{"heartbeat_interval":{{interval}} },"s":null,"t":null}""");

    public void Ready(string session = "s1", int sequence = 1) => Say(
        $$$"""
        {"op":0,"s":{{{sequence}}},"t":"READY","d":{"v":10,"user":{"id":"9","username":"bot"},"guilds":[{"id":"2","unavailable":true}],
         "session_id":"{{{session}}}","resume_gateway_url":"wss://resume.example","application":{"id":"6","flags":0} }}
        """);

    public void Drop(int? code) => _toClient.Writer.TryWrite(SocketMessage.Ended(code));

    public Task<bool> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        Address = address;
        return Task.FromResult(Reachable);
    }

    public Task<bool> SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(text);
        Sent.Enqueue(document.RootElement.Clone());
        if (Acknowledges && document.RootElement.GetProperty("op").GetInt32() == 1)
        {
            Say("""{"op":11}""");
        }

        return Task.FromResult(true);
    }

    public async Task<SocketMessage> ReceiveAsync() =>
        await _toClient.Reader.WaitToReadAsync(CancellationToken.None) && _toClient.Reader.TryRead(out var message)
            ? message
            : SocketMessage.Ended(null);

    public Task CloseAsync(int code)
    {
        ClosedWith ??= code;
        _toClient.Writer.TryComplete();
        return Task.CompletedTask;
    }

    public void Dispose() => _toClient.Writer.TryComplete();
}
