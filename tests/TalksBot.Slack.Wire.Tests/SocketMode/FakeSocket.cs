using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using TalksBot.Wire;

namespace TalksBot.Slack.Wire.Tests.SocketMode;

/// <summary>One end of a websocket; the test plays Slack at the other.</summary>
internal sealed class FakeSocket : IFrameSocket
{
    private readonly Channel<SocketMessage> _toClient = Channel.CreateUnbounded<SocketMessage>();

    public Uri? Address { get; private set; }

    public bool Closed { get; private set; }

    public bool Reachable { get; set; } = true;

    public ConcurrentQueue<JsonElement> Sent { get; } = new();

    public IReadOnlyList<string> Acknowledged => [.. Sent.Select(frame => frame.GetProperty("envelope_id").GetString()!)];

    public void Say(string frame) => _toClient.Writer.TryWrite(SocketMessage.Of(Encoding.UTF8.GetBytes(frame)));

    public void Hello() => Say("""{"type":"hello","num_connections":1,"connection_info":{"app_id":"A1"}}""");

    public void Disconnect(string reason) => Say($$"""{"type":"disconnect","reason":"{{reason}}","debug_info":{"host":"h"} }""");

    public void Command(string id, bool accepts = true, string text = "") => Say(
        $$"""
        {"envelope_id":"{{id}}","type":"slash_commands","accepts_response_payload":{{(accepts ? "true" : "false")}},
         "payload":{"command":"/talks","text":"{{text}}","user_id":"U1","channel_id":"C1","team_id":"T1","trigger_id":"t.1"} }
        """);

    public void Drop() => _toClient.Writer.TryWrite(SocketMessage.Ended(null));

    public Task<bool> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        Address = address;
        return Task.FromResult(Reachable);
    }

    public Task<bool> SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        if (Closed)
        {
            return Task.FromResult(false);
        }

        using var document = JsonDocument.Parse(text);
        Sent.Enqueue(document.RootElement.Clone());
        return Task.FromResult(true);
    }

    public async Task<SocketMessage> ReceiveAsync() =>
        await _toClient.Reader.WaitToReadAsync(CancellationToken.None) && _toClient.Reader.TryRead(out var message)
            ? message
            : SocketMessage.Ended(null);

    public Task CloseAsync(int code)
    {
        Closed = true;
        _toClient.Writer.TryComplete();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Closed = true;
        _toClient.Writer.TryComplete();
    }
}
