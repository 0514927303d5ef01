using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using TalksBot.Slack.Wire.Limits;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Sends calls in their turn, sends again what a limit turned away, and words the answer.</summary>
internal sealed partial class ApiTransport(
    HttpExchanger exchanger, RateLimiter limiter, SlackWireOptions options, ILogger logger)
{
    private const int MostAttempts = 4;

    private readonly DeadTokens _dead = new();

    public SlackWireOptions Options => options;

    public Task<SlackAnswer<NoContent>> SendAsync(ApiCall call, CancellationToken cancellationToken) =>
        SendAsync(call, _ => default(NoContent), cancellationToken);

    public Task<SlackAnswer<T>> SendAsync<T>(ApiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(
            call, root => root.Deserialize(type) ?? throw new JsonException("The body is null."), cancellationToken);

    /// <summary>Reads the answer's root, which is undefined where the answer is no JSON.</summary>
    public async Task<SlackAnswer<T>> SendAsync<T>(
        ApiCall call, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var turn = limiter.Queue(call.Lane, call.Method.Tier, call.Priority);
        for (var attempt = 1; ; attempt++)
        {
            if (await limiter.WaitAsync(turn, cancellationToken) is { } denied)
            {
                return new Failed<T>(denied);
            }

            var answer = await TakeTurnAsync(call, turn, read, cancellationToken);
            if (answer is not Failed<T>(RateLimited limited))
            {
                return answer;
            }

            LogLimited(call.Method.Name, limited.RetryAfter.TotalSeconds);
            if (attempt == MostAttempts || limited.RetryAfter > options.Patience)
            {
                return answer;
            }
        }
    }

    private async Task<SlackAnswer<T>> TakeTurnAsync<T>(
        ApiCall call, Turn turn, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        LimitReading? reading = null;
        try
        {
            // Asked again at every turn, so that a dead token empties the queue.
            if (_dead.Of(call.Method.Token) is { } dead)
            {
                return new Failed<T>(dead);
            }

            reading = default(LimitReading);
            var exchange = await exchanger.SendAsync(call, cancellationToken);
            var root = exchange.Body is null ? null : Json.TryParse(exchange.Body);
            var failure = AnswerReader.FailureOf(call.Method, exchange, root);
            var wait = (failure as RateLimited)?.RetryAfter;
            reading = exchange.Sent ? new(exchange.Trip, wait, exchange.Status == 429) : null;
            return failure is null ? Value(call, exchange, root, read) : new Failed<T>(Note(call, failure));
        }
        finally
        {
            limiter.Finish(turn, reading);
        }
    }

    private SlackAnswer<T> Value<T>(ApiCall call, Exchange exchange, JsonElement? root, Func<JsonElement, T> read)
    {
        try
        {
            var body = root ?? default;
            return new Answered<T>(read(body)) { Warnings = AnswerReader.Warnings(body), Scopes = exchange.Scopes };
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            LogUnreadable(call.Method.Name);
            return new Failed<T>(new Ambiguous("The answer could not be read.", 200));
        }
    }

    private SlackFailure Note(ApiCall call, SlackFailure failure)
    {
        if (failure is CredentialsDead dead)
        {
            LogDead(call.Method.Name, dead.Code);
            _dead.Add(call.Method.Token, dead);
        }

        return failure;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Limited on {Method} for {Seconds} s")]
    private partial void LogLimited(string method, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer of {Method} cannot be read")]
    private partial void LogUnreadable(string method);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack does not accept the token for {Method} any more ({Code})")]
    private partial void LogDead(string method, string code);
}
