using System.Diagnostics;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Makes one attempt over HTTP and tells "never left" from "left, but no answer".</summary>
internal sealed class HttpExchanger(HttpClient http, SlackWireOptions options, TimeProvider time)
{
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
        HttpInstruments.End(watched, method, template, exchange.Status, exchange.Failure, Stopwatch.GetElapsedTime(began));
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
            var bytes = await HttpWire.ReadAsync(response, either.Token);
            cancellationToken.ThrowIfCancellationRequested();
            ClockAhead = HttpWire.ClockAhead(response, time) ?? ClockAhead;
            return new((int)response.StatusCode, bytes)
            {
                RetryAfter = Waits.RetryAfter(response.Headers, time.GetUtcNow()),
                Scopes = ScopesOf(response),
                Trip = body.StartedAt is { } left ? time.GetElapsedTime(left) : null,
            };
        }
        catch (HttpRequestException failure)
        {
            return HttpWire.NeverLeft(failure.HttpRequestError, body)
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
}
