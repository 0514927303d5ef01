using System.Reflection;
using Microsoft.Security.AntiSSRF;

namespace TalksBot.Features.Fetching;

/// <summary>The two ways to the web: one that connects to no internal address, whatever a name resolves to, and one for the hosts that the settings name.</summary>
internal sealed class WebClients : IDisposable
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(10);

    /// <summary>A name may lead elsewhere after that.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private static readonly string Name = $"TalksBot/{Version()} (feed and calendar reader)";

    private readonly Lazy<HttpClient> _outside = new(() => Client(Guarded()));
    private readonly Lazy<HttpClient> _inside = new(() => Client(Plain()));

    /// <summary>The client for an address.</summary>
    /// <param name="isNamed">True where the settings name its host.</param>
    public HttpClient Of(bool isNamed) => (isNamed ? _inside : _outside).Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in new[] { _outside, _inside }.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }

    private static AntiSSRFHandler Guarded()
    {
        // A header that some internal services drop requests for says something untrue to everybody else.
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest) { AddXFFHeader = false, AllowPlainTextHttp = true };
        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.ConnectTimeout = ConnectWithin;
        handler.PooledConnectionLifetime = Kept;
        handler.ResponseDrainTimeout = TimeSpan.Zero;
        return handler;
    }

    private static SocketsHttpHandler Plain() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = ConnectWithin,
        PooledConnectionLifetime = Kept,
        ResponseDrainTimeout = TimeSpan.Zero,
    };

    private static HttpClient Client(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Add("User-Agent", Name);
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br, deflate");
        return client;
    }

    private static string Version() =>
        typeof(WebClients).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "1";
}
