using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace TalksBot.Testing.Tests.Slack;

/// <summary>A bare Socket Mode client.</summary>
public sealed class SlackSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[256 * 1024];

    public static async Task<SlackSocket> OpenAsync(string url)
    {
        var socket = new SlackSocket();
        try
        {
            await socket._socket.ConnectAsync(new Uri(url), SlackRig.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The next frame; null once closed.</summary>
    public async Task<JsonNode?> HearAsync()
    {
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), SlackRig.Token);
            length += part.Count;
            if (part.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return JsonNode.Parse(_buffer.AsSpan(0, length))!;
            }
        }
    }

    /// <summary>The next envelope, acknowledged; gives its payload.</summary>
    public async Task<JsonNode> TakeAsync(string? answer = null)
    {
        var heard = await HearAsync() ?? throw new InvalidOperationException("Closed before an envelope came.");
        await AckAsync(heard, answer);
        return heard["payload"]!;
    }

    public Task AckAsync(JsonNode envelope, string? answer = null)
    {
        var ack = new JsonObject { ["envelope_id"] = envelope["envelope_id"]!.DeepClone() };
        if (answer is not null)
        {
            ack["payload"] = JsonNode.Parse(answer);
        }

        return _socket.SendAsync(Encoding.UTF8.GetBytes(ack.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, SlackRig.Token);
    }

    public void Dispose() => _socket.Dispose();
}
