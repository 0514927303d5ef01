using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TalksBot.Web.Tests;

/// <summary>What stands between a screen and the bot, and fails in the ways that proxies and networks do.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly TcpListener _ear = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly ConcurrentDictionary<Socket, byte> _open = [];
    private readonly int _behind;
    private readonly Task _work;
    private volatile ProxyFault _fault = ProxyFault.None;

    public FaultyProxy(Uri behind)
    {
        _behind = behind.Port;
        _ear.Start();
        Root = new Uri($"http://127.0.0.1:{((IPEndPoint)_ear.LocalEndpoint).Port}");
        _work = WorkAsync();
    }

    public Uri Root { get; }

    /// <summary>Fails in a way from now on. What was open is cut, but for a fault that nobody is told of.</summary>
    public void Fail(ProxyFault fault)
    {
        _fault = fault;
        if (fault is not ProxyFault.Silence)
        {
            Cut(reset: fault is ProxyFault.Reset);
        }
    }

    /// <summary>All is well again; what hung in silence is cut, as a network does that comes back.</summary>
    public void Mend()
    {
        _fault = ProxyFault.None;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _ear.Stop();
        Cut(reset: false);
        await _work;
        _over.Dispose();
    }

    private void Cut(bool reset)
    {
        foreach (var socket in _open.Keys)
        {
            socket.Close(reset ? 0 : 1);
        }
    }

    private async Task WorkAsync()
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await _ear.AcceptSocketAsync(_over.Token));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task PassAsync(Socket screen)
    {
        _open.TryAdd(screen, 0);
        try
        {
            if (_fault is { Answer: { } answer })
            {
                await screen.ReceiveAsync(new byte[4096], _over.Token);
                await screen.SendAsync(Encoding.ASCII.GetBytes(answer), _over.Token);
                screen.Shutdown(SocketShutdown.Send);
                return;
            }

            if (_fault is ProxyFault.Reset)
            {
                screen.Close(0);
                return;
            }

            if (_fault is ProxyFault.Silence)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, _over.Token);
            }

            using var bot = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _open.TryAdd(bot, 0);
            await bot.ConnectAsync(IPAddress.Loopback, _behind, _over.Token);
            await Task.WhenAny(CopyAsync(screen, bot), CopyAsync(bot, screen));
            _open.TryRemove(bot, out _);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or OperationCanceledException)
        {
        }
        finally
        {
            _open.TryRemove(screen, out _);
            screen.Dispose();
        }
    }

    /// <summary>In silence nothing passes, and nobody is told.</summary>
    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReceiveAsync(buffer, _over.Token) is > 0 and var count)
        {
            if (_fault is not ProxyFault.Silence)
            {
                await to.SendAsync(buffer.AsMemory(0, count), _over.Token);
            }
        }
    }
}

/// <summary>How it fails.</summary>
/// <param name="Answer">What it answers by itself; null for nothing.</param>
internal abstract record ProxyFault(string? Answer)
{
    public static ProxyFault None { get; } = new Nothing();

    /// <summary>An answer of its own, after which <c>EventSource</c> gives up for ever.</summary>
    public sealed record Says(int Status, string Type) : ProxyFault(Status == 204
        ? "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
        : $"HTTP/1.1 {Status} No\r\nContent-Type: {Type}\r\nContent-Length: 11\r\nConnection: close\r\n\r\n<h1>No</h1>");

    /// <summary>Connections are reset.</summary>
    public sealed record Reset() : ProxyFault((string?)null);

    /// <summary>Connections stay, and nothing comes.</summary>
    public sealed record Silence() : ProxyFault((string?)null);

    private sealed record Nothing() : ProxyFault((string?)null);
}
