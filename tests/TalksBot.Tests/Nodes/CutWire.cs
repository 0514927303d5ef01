using System.Net;
using System.Net.Sockets;

namespace TalksBot.Tests.Nodes;

/// <summary>The network between a node and the database server, which can be cut: nothing comes through either way, and nobody is told.</summary>
internal sealed class CutWire : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _server;
    private volatile TaskCompletionSource _open = Opened();

    /// <summary>Listens.</summary>
    /// <param name="server">The port of the server.</param>
    public CutWire(int server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where the node connects.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>From now on nothing comes through.</summary>
    public void Cut() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The server is gone: connections are closed, and no more are taken.</summary>
    public void HangUp() => Dispose();

    /// <summary>Everything comes through again, what was kept up included.</summary>
    public void Mend() => _open.TrySetResult();

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _open.TrySetResult();
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        open.SetResult();
        return open;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var node = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = CarryAsync(node);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient node)
    {
        using (node)
        {
            using var server = new TcpClient();
            try
            {
                await _open.Task;
                await server.ConnectAsync(IPAddress.Loopback, _server, _stop.Token);
                await Task.WhenAny(PassAsync(node, server), PassAsync(server, node));
            }
            catch (Exception over) when (over is OperationCanceledException or IOException or SocketException)
            {
                // One of them hung up.
            }
        }
    }

    private async Task PassAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[16_384];
        while (await from.GetStream().ReadAsync(buffer, _stop.Token) is var read and > 0)
        {
            await _open.Task.WaitAsync(_stop.Token);
            await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }
}
