using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

/// <summary>A bare Gateway client: it says what it is told and remembers the last number.</summary>
public sealed class Socket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[256 * 1024];

    public string SessionId { get; private set; } = "";

    public string ResumeUrl { get; private set; } = "";

    public long Number { get; private set; }

    public int? CloseCode => (int?)_socket.CloseStatus;

    public static async Task<Socket> OpenAsync(string url)
    {
        var socket = new Socket();
        await socket._socket.ConnectAsync(new Uri($"{url}?v=10&encoding=json"), Rig.Token);
        return socket;
    }

    public static Task<Socket> OpenAsync(DiscordSimulator discord) =>
        OpenAsync($"{discord.ApiUrl.GetLeftPart(UriPartial.Authority).Replace("http:", "ws:", StringComparison.Ordinal)}/gateway");

    /// <summary>Connected, greeted, identified and ready.</summary>
    public static async Task<Socket> ReadyAsync(DiscordSimulator discord, int intents = 0)
    {
        var socket = await OpenAsync(discord);
        await socket.HearAsync();
        await socket.IdentifyAsync(discord, intents);
        var ready = await socket.HearAsync();
        ((string?)ready!["t"]).ShouldBe("READY");
        return socket;
    }

    public Task IdentifyAsync(DiscordSimulator discord, int intents = 0) => SayAsync(2, new JsonObject
    {
        ["token"] = discord.Token,
        ["intents"] = intents,
        ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "test", ["device"] = "test" },
    });

    public async Task<Socket> ResumeAsync(DiscordSimulator discord, long? number = null)
    {
        var socket = await OpenAsync(ResumeUrl);
        await socket.HearAsync();
        await socket.SayAsync(6, new JsonObject { ["token"] = discord.Token, ["session_id"] = SessionId, ["seq"] = number ?? Number });
        return socket;
    }

    public Task SayAsync(int op, JsonNode? data) => SayAsync(new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString());

    public Task SayAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Rig.Token);

    /// <summary>The next payload; null once closed.</summary>
    public async Task<JsonNode?> HearAsync()
    {
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), Rig.Token);
            length += part.Count;
            if (part.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return Note(JsonNode.Parse(_buffer.AsSpan(0, length))!);
            }
        }
    }

    /// <summary>The next dispatch of this name, others skipped.</summary>
    public async Task<JsonNode> HearAsync(string name)
    {
        while (true)
        {
            var heard = await HearAsync() ?? throw new InvalidOperationException($"Closed with {CloseCode} before {name}.");
            if (string.Equals((string?)heard["t"], name, StringComparison.Ordinal))
            {
                return heard["d"]!;
            }
        }
    }

    public async Task<int?> HearCloseAsync()
    {
        while (await HearAsync() is not null)
        {
            // Only the end is wanted.
        }

        return CloseCode;
    }

    public Task CloseAsync(int code) => _socket.CloseAsync((WebSocketCloseStatus)code, null, Rig.Token);

    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();

    private JsonNode Note(JsonNode heard)
    {
        Number = (long?)heard["s"] ?? Number;
        if ((string?)heard["t"] is "READY")
        {
            SessionId = (string)heard["d"]!["session_id"]!;
            ResumeUrl = (string)heard["d"]!["resume_gateway_url"]!;
        }

        return heard;
    }
}
