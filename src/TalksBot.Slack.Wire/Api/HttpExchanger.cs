using System.Diagnostics;
using System.Net;
using TalksBot.Slack.Wire.Limits;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Makes one attempt over HTTP and tells "never left" from "left, but no answer".</summary>
internal sealed class HttpExchanger(HttpClient http, SlackWireOptions options, TimeProvider time)
{
    /// <summary>Slack tells its time in whole seconds, so on the whole it is half a second more.</summary>
    private static readonly TimeSpan HalfASecond = TimeSpan.FromSeconds(0.5);

    /// <summary>How far this machine's clock is ahead of Slack's, to about a second; null before an answer told the time.</summary>
    public TimeSpan? ClockAhead { get; private set; }

    /// <param name="call">What to ask.</param>
    /// <param name="within">How long it may take; null for as long as any call.</param>
    public async Task<Exchange> SendAsync(ApiCall call, TimeSpan? within, CancellationToken cancellationToken)
    {
        var (method, template) = ("POST", call.Method.Name);
        using var watched = HttpInstruments.Begin(method, template);
        var began = Stopwatch.GetTimestamp();
        var exchange = await AttemptAsync(call, within, cancellationToken);
        HttpInstruments.End(watched, method, template, exchange, Stopwatch.GetElapsedTime(began));
        return exchange;
    }

    private async Task<Exchange> AttemptAsync(ApiCall call, TimeSpan? within, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(within ?? options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var message = call.ToMessage(options, time);
        var body = (WatchedContent)message.Content!;
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var bytes = await ReadAsync(response, either.Token);
            cancellationToken.ThrowIfCancellationRequested();
            ClockAhead = response.Headers.Date is { } date ? time.GetUtcNow() - date - HalfASecond : ClockAhead;
            return new((int)response.StatusCode, bytes)
            {
                RetryAfter = Waits.RetryAfter(response.Headers, time.GetUtcNow()),
                Scopes = ScopesOf(response),
                Trip = body.StartedAt is { } left ? time.GetElapsedTime(left) : null,
            };
        }
        catch (HttpRequestException failure)
        {
            return NeverLeft(failure.HttpRequestError, body)
                ? Failed(new Unreachable($"Slack could not be reached: {failure.HttpRequestError}."))
                : Failed(new Ambiguous($"The connection broke before the answer: {failure.HttpRequestError}."));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return body.StartedAt is null
                ? Failed(new Unreachable("No connection to Slack within the timeout."))
                : Failed(new Ambiguous("No answer within the timeout."));
        }
    }

    private static Exchange Failed(SlackFailure failure) => new(0, null, failure);

    private static string[]? ScopesOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-oauth-scopes", out var values)
            ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]
            : null;

    private static bool NeverLeft(HttpRequestError error, WatchedContent body) =>
        body.StartedAt is null
        || error is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;

    // Null when the body was lost after the status: the status still tells most of the story.
    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}

/// <summary>Notices when a body starts to leave: until then Slack cannot have acted on the request.</summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly TimeProvider _time;

    public WatchedContent(HttpContent inner, TimeProvider time)
    {
        (_inner, _time) = (inner, time);
        foreach (var header in inner.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    /// <summary>The time provider's timestamp of the moment it started, null before.</summary>
    public long? StartedAt { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        StartedAt = _time.GetTimestamp();
        return _inner.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        _inner.Dispose();
        base.Dispose(disposing);
    }
}
