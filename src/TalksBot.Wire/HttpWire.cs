using System.Net;

namespace TalksBot.Wire;

/// <summary>What a wire's way over HTTP is like.</summary>
internal static class HttpWire
{
    /// <summary>Platforms tell their time in whole seconds, so on the whole it is half a second more.</summary>
    private static readonly TimeSpan HalfASecond = TimeSpan.FromSeconds(0.5);

    /// <summary>A client fit for a platform: pooled connections that notice a moved address, no cookies, no redirects.</summary>
    public static HttpClient NewClient() =>
        new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // Traces are for whoever runs the bot: not their ids are told to the platform, nor addresses, which may be credentials, to the traces.
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <summary>How far this machine's clock is ahead of the platform's, to about a second; null where an answer does not tell the time.</summary>
    public static TimeSpan? ClockAhead(HttpResponseMessage answer, TimeProvider time) =>
        answer.Headers.Date is { } date ? time.GetUtcNow() - date - HalfASecond : null;

    /// <summary>True of a failure before anything of the request was out.</summary>
    /// <param name="error">What failed.</param>
    /// <param name="body">The request's body; null for one without.</param>
    public static bool NeverLeft(HttpRequestError error, WatchedContent? body) =>
        body is { StartedAt: null }
        || error is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;

    /// <summary>The body of an answer; null when it was lost after the status, which still tells most of the story.</summary>
    public static async Task<byte[]?> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
