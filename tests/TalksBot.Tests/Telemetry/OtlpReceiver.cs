using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Telemetry;

/// <summary>A collector on loopback that takes OTLP over HTTP and keeps every string in what it is sent.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private const int LengthDelimited = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _ends = new();
    private readonly ConcurrentDictionary<(string Path, string Text), bool> _strings = [];
    private readonly bool _stalls;
    private readonly Task _serving;

    /// <param name="stalls">It takes what it is sent and never answers.</param>
    public OtlpReceiver(bool stalls = false)
    {
        _stalls = stalls;
        Address = $"http://127.0.0.1:{FreePort.Find()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>What OTEL_EXPORTER_OTLP_ENDPOINT is set to.</summary>
    public string Address { get; }

    /// <summary>Every string of what came to a path.</summary>
    /// <param name="path">As in <c>/v1/metrics</c>.</param>
    public IReadOnlySet<string> Strings(string path) => _strings.Keys.Where(one => one.Path == path).Select(one => one.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>Waits until a string has come.</summary>
    public async Task HearAsync(string path, string text)
    {
        var began = Stopwatch.GetTimestamp();
        while (!_strings.ContainsKey((path, text)))
        {
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(Patience, $"{text} never came; this did: {string.Join(", ", Strings(path))}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        _listener.Close();
        await _serving;
        _ends.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_ends.IsCancellationRequested)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext asked)
    {
        using var body = new MemoryStream();
        await asked.Request.InputStream.CopyToAsync(body);
        Walk(asked.Request.Url!.AbsolutePath, body.ToArray());
        if (_stalls)
        {
            await Task.Delay(Timeout.Infinite, _ends.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        asked.Response.ContentType = "application/x-protobuf";
        asked.Response.Close();
    }

    /// <summary>Protocol Buffers tell apart neither strings from bytes nor bytes from messages, so each is looked at as all three.</summary>
    private bool Walk(string path, ReadOnlySpan<byte> message)
    {
        while (message.Length > 0)
        {
            if (!TryVarint(ref message, out var tag) || tag >> 3 is 0 or > 1000 || !TryField(path, (int)(tag & 7), ref message))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryField(string path, int wire, ref ReadOnlySpan<byte> message)
    {
        if (wire == 0)
        {
            return TryVarint(ref message, out _);
        }

        var length = wire switch { 1 => 8UL, 5 => 4UL, _ => 0UL };
        if ((wire == LengthDelimited && !TryVarint(ref message, out length)) || wire is not (1 or LengthDelimited or 5) || length > (ulong)message.Length)
        {
            return false;
        }

        if (wire == LengthDelimited)
        {
            Keep(path, message[..(int)length]);
        }

        message = message[(int)length..];
        return true;
    }

    private void Keep(string path, ReadOnlySpan<byte> field)
    {
        var text = Encoding.UTF8.GetString(field);
        if (!text.Any(character => char.IsControl(character) || character == '\uFFFD'))
        {
            _strings.TryAdd((path, text), true);
        }

        Walk(path, field);
    }

    private static bool TryVarint(ref ReadOnlySpan<byte> message, out ulong value)
    {
        value = 0;
        for (var i = 0; i < message.Length && i < 10; i++)
        {
            value |= (ulong)(message[i] & 0x7F) << (7 * i);
            if (message[i] < 0x80)
            {
                message = message[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
