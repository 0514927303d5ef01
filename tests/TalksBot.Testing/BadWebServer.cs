using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TalksBot.Testing;

/// <summary>A web server on a loopback port that answers each path as a test says, down to the bytes on the line: well, badly, half or never.</summary>
public sealed class BadWebServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Func<BadRequest, Task>> _pages = new(StringComparer.Ordinal);
    private readonly Task _accepting;

    /// <summary>Begins to listen.</summary>
    public BadWebServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>Every request, in its order.</summary>
    public ConcurrentQueue<BadRequest> Asked { get; } = [];

    /// <summary>The address of a path.</summary>
    public Uri At(string path) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}{path}"));

    /// <summary>How the path is answered from now on.</summary>
    public void Page(string path, Func<BadRequest, Task> answer) => _pages[path] = answer;

    /// <summary>The path is answered with a whole answer.</summary>
    public void Page(string path, int status, byte[] body, params string[] headers) => Page(path, request => request.AnswerAsync(status, body, headers));

    /// <summary>The path is answered with a whole answer in UTF-8.</summary>
    public void Page(string path, int status, string body, params string[] headers) => Page(path, status, Encoding.UTF8.GetBytes(body), headers);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await ReadAsync(stream) is { } request)
                {
                    Asked.Enqueue(request);
                    await (_pages.GetValueOrDefault(request.Path) ?? (unknown => unknown.AnswerAsync(404, []))).Invoke(request);

                    if (request.Hangs)
                    {
                        return;
                    }
                }
            }
            catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Whoever asked has gone.
            }
        }
    }

    private async Task<BadRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) > 0)
        {
            head.Add(one[0]);
            if (head.Count > 3 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n')
            {
                var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
                var fields = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(field => field[0], field => field[1], StringComparer.OrdinalIgnoreCase);
                return new BadRequest(lines[0].Split(' ')[1], fields, stream, _stop.Token);
            }
        }

        return null;
    }
}

/// <summary>A request that a <see cref="BadWebServer"/> got.</summary>
/// <param name="Path">With what follows a question mark.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Line">Where the answer goes.</param>
/// <param name="Stopped">The test is over.</param>
public sealed record BadRequest(string Path, IReadOnlyDictionary<string, string> Headers, NetworkStream Line, CancellationToken Stopped)
{
    /// <summary>True where the line is closed after the answer.</summary>
    public bool Hangs { get; set; }

    /// <summary>Answers in whole.</summary>
    public async Task AnswerAsync(int status, byte[] body, params string[] headers)
    {
        await WriteAsync(status, [.. headers, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}")]);
        await Line.WriteAsync(body, Stopped);
    }

    /// <summary>Writes the head of an answer alone.</summary>
    public async Task WriteAsync(int status, params string[] headers) =>
        await Line.WriteAsync(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} X\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n")), Stopped);

    /// <summary>Says nothing more until the test is over.</summary>
    public Task StallAsync() => Task.Delay(Timeout.Infinite, Stopped);
}
