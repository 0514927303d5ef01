using System.Diagnostics;
using TalksBot.Discord.Wire.Limits;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>Makes one attempt over HTTP and tells "never left" from "left, but no answer".</summary>
internal sealed class HttpExchanger(HttpClient http, DiscordWireOptions options, TimeProvider time)
{
    /// <summary>How far this machine's clock is ahead of Discord's, to about a second; null before an answer told the time.</summary>
    public TimeSpan? ClockAhead { get; private set; }

    /// <param name="request">What to ask.</param>
    /// <param name="within">How long it may take; null for as long as any request.</param>
    public async Task<Exchange> SendAsync(RestRequest request, TimeSpan? within, CancellationToken cancellationToken)
    {
        var (method, template) = (request.Route.Method.Method, request.Route.Template);
        using var watched = HttpInstruments.Begin(method, template);
        var began = Stopwatch.GetTimestamp();
        var exchange = await AttemptAsync(request, within, cancellationToken);
        HttpInstruments.End(watched, method, template, exchange.Status, exchange.Failure, Stopwatch.GetElapsedTime(began));
        return exchange;
    }

    private async Task<Exchange> AttemptAsync(RestRequest request, TimeSpan? within, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(within ?? options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var message = request.ToMessage(options, time);
        var body = (WatchedContent?)message.Content;
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var bytes = await HttpWire.ReadAsync(response, either.Token);
            cancellationToken.ThrowIfCancellationRequested();
            ClockAhead = HttpWire.ClockAhead(response, time) ?? ClockAhead;
            var tripTime = body?.StartedAt is { } left ? time.GetElapsedTime(left) : (TimeSpan?)null;
            return new((int)response.StatusCode, bytes, RateLimitReading.Of(response, bytes, tripTime, time.GetUtcNow()));
        }
        catch (HttpRequestException failure)
        {
            return HttpWire.NeverLeft(failure.HttpRequestError, body)
                ? Exchange.Unsent(new Unreachable($"Discord could not be reached: {failure.HttpRequestError}."))
                : Exchange.Unanswered(new($"The connection broke before the answer: {failure.HttpRequestError}."));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return body is { StartedAt: null }
                ? Exchange.Unsent(new Unreachable("No connection to Discord within the timeout."))
                : Exchange.Unanswered(new("No answer within the timeout."));
        }
    }
}
