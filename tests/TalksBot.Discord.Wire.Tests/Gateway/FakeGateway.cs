using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Discord.Wire.Gateway;
using TalksBot.Discord.Wire.Rest;
using TalksBot.Testing;

namespace TalksBot.Discord.Wire.Tests.Gateway;

/// <summary>A gateway client on pushed time, whose sockets the test holds the other end of.</summary>
internal sealed class FakeGateway : IAsyncDisposable
{
    private readonly CancellationTokenSource _life = new();
    private readonly ConcurrentQueue<FakeSocket> _sockets = new();
    private readonly FakeDiscord _discord;
    private readonly DiscordRest _rest;
    private Task _listening = Task.CompletedTask;

    public FakeGateway(GatewayOptions? options = null)
    {
        _discord = new(_ => GatewayBot(Time.GetUtcNow() - Time.Start));
        _rest = _discord.Rest(Time);
        Client = new(_rest, FakeDiscord.Options, Time, NullLogger<DiscordGateway>.Instance)
        {
            Options = options ?? new() { Shards = 1 },
            NewSocket = NewSocket,
            Random = new Random(7),
        };
    }

    public FakeTimeProvider Time { get; } = new();

    public DiscordGateway Client { get; }

    public ConcurrentQueue<GatewayEvent> Events { get; } = new();

    public IReadOnlyList<FakeSocket> Sockets => [.. _sockets];

    public int GatewayAsked => _discord.Requests.Count;

    public bool Stopped => _listening.IsCompleted;

    /// <summary>What a socket does before the client has it.</summary>
    public Action<FakeSocket> Prepare { get; set; } = _ => { };

    public Func<TimeSpan, HttpResponseMessage> GatewayBot { get; set; } = _ => Bot();

    public static HttpResponseMessage Bot(int remaining = 999, int concurrency = 1, int shards = 1, string? url = null) =>
        FakeDiscord.Json(
            200,
            $$$"""
            {"url":"{{{url ?? "wss://gateway.example"}}}","shards":{{{shards}}},
             "session_start_limit":{"total":1000,"remaining":{{{remaining}}},"reset_after":60000,"max_concurrency":{{{concurrency}}}}}
            """);

    public void Start() => _listening = ListenAsync();

    /// <summary>Starts and takes the first connection through its handshake.</summary>
    public async Task<FakeSocket> BeLiveAsync()
    {
        Start();
        var socket = await SocketAsync(0);
        socket.Hello();
        await UntilAsync(() => socket.SentWith(2).Any());
        socket.Ready();
        await UntilAsync(() => Events.OfType<GatewayReady>().Any());
        return socket;
    }

    /// <summary>The nth connection, pushing time until it is there.</summary>
    public async Task<FakeSocket> SocketAsync(int n)
    {
        await UntilAsync(() => Sockets.Count > n && Sockets[n].Address is not null, TimeSpan.FromMilliseconds(250));
        return Sockets[n];
    }

    public Task UntilAsync(Func<bool> condition, TimeSpan push = default) =>
        Eventually.IsTrueAsync(() =>
        {
            if (condition())
            {
                return true;
            }

            Time.Advance(push);
            return false;
        });

    public async Task StopAsync()
    {
        await _life.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _life.Dispose();
        _rest.Dispose();
        _discord.Dispose();
    }

    private FakeSocket NewSocket()
    {
        var socket = new FakeSocket();
        Prepare(socket);
        _sockets.Enqueue(socket);
        return socket;
    }

    private async Task ListenAsync()
    {
        await foreach (var happened in Client.ListenAsync(_life.Token))
        {
            Events.Enqueue(happened);
        }
    }
}
