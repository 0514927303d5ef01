using System.Collections.Concurrent;
using System.Net;
using System.Text;
using TalksBot.Mail.Pushing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Mail.Tests;

/// <summary>A server on loopback that takes pushes as ntfy does, and keeps what it was asked.</summary>
internal sealed class PushServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<PushAsked> _asked = [];
    private readonly string _url;

    public PushServer()
    {
        _url = $"http://127.0.0.1:{FreePort.Find()}";
        _listener.Prefixes.Add(_url + "/");
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 200;

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<PushAsked> Asked => [.. _asked];

    /// <summary>Somebody who pushes to its topic.</summary>
    public PushSender NewSender(string token) => new(new PushOptions { Url = _url + "/desk", Token = token });

    /// <summary>From now on nobody listens.</summary>
    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var asked = await _listener.GetContextAsync();
                using var reader = new StreamReader(asked.Request.InputStream, Encoding.UTF8);
                var body = await reader.ReadToEndAsync();
                _asked.Enqueue(new($"{asked.Request.HttpMethod} {asked.Request.Url!.AbsolutePath}", asked.Request.Headers["Priority"], asked.Request.Headers["Authorization"], body));
                asked.Response.StatusCode = Status;
                asked.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}

/// <summary>A request.</summary>
/// <param name="Line">Its method and path.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="Token">What it shows.</param>
/// <param name="Body">Its text.</param>
internal sealed record PushAsked(string Line, string? Priority, string? Token, string Body);
