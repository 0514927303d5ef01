using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.SocketMode;
using TalksBot.Testing;

namespace TalksBot.Slack.Wire.Tests.SocketMode;

/// <summary>A socket client on pushed time, whose sockets the test holds the other end of.</summary>
internal sealed class FakeSocketMode : IAsyncDisposable
{
    private readonly CancellationTokenSource _life = new();
    private readonly ConcurrentQueue<FakeSocket> _sockets = new();
    private readonly FakeSlack _slack;
    private readonly SlackApi _api;
    private int _tickets;

    public FakeSocketMode(int connections = 1)
    {
        _slack = new(_ => Open!());
        _api = _slack.Api(Time);
        Open = () => Ticket($"wss://wss.example/link?ticket={Interlocked.Increment(ref _tickets)}");
        Client = new(_api, new() { Connections = connections }, Time, NullLogger<SlackSocket>.Instance)
        {
            NewSocket = NewSocket,
            Random = new Random(7),
        };
    }

    public FakeTimeProvider Time { get; } = new();

    public SlackSocket Client { get; }

    public Task<SocketStopped>? Running { get; private set; }

    public ConcurrentQueue<Envelope> Handled { get; } = new();

    public IReadOnlyList<FakeSocket> Sockets => [.. _sockets];

    public int Opened => _slack.Requests.Count;

    /// <summary>What a socket does before the client has it.</summary>
    public Action<FakeSocket> Prepare { get; set; } = _ => { };

    /// <summary>What Slack answers when a socket is asked for.</summary>
    public Func<HttpResponseMessage> Open { get; set; }

    public Func<Envelope, CancellationToken, Task> Handler { get; set; } = (_, _) => Task.CompletedTask;

    public static HttpResponseMessage Ticket(string url) => FakeSlack.Json($$"""{"ok":true,"url":"{{url}}"}""");

    public void Start() => Running = Client.RunAsync(
        (envelope, token) =>
        {
            Handled.Enqueue(envelope);
            return Handler(envelope, token);
        },
        _life.Token);

    /// <summary>Starts and takes the first connection to its hello.</summary>
    public async Task<FakeSocket> BeLiveAsync()
    {
        Start();
        return await LiveAsync(0);
    }

    /// <summary>The nth connection after its hello, pushing time until it is there.</summary>
    public async Task<FakeSocket> LiveAsync(int n)
    {
        var socket = await SocketAsync(n);
        var before = Client.LiveConnections;
        socket.Hello();
        await UntilAsync(() => Client.LiveConnections > before);
        return socket;
    }

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

    public async Task CancelAsync() => await _life.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync();
        if (Running is not null)
        {
            await UntilAsync(() => Running.IsCompleted, TimeSpan.FromMilliseconds(250));
            await ((Task)Running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _life.Dispose();
        _api.Dispose();
        _slack.Dispose();
    }

    private FakeSocket NewSocket()
    {
        var socket = new FakeSocket();
        Prepare(socket);
        _sockets.Enqueue(socket);
        return socket;
    }
}
