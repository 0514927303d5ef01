using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using TalksBot.Slack.Wire.Limits;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Sends calls in their turn, sends again what a limit turned away, and words the answer.</summary>
internal sealed partial class ApiTransport(
    HttpExchanger exchanger, RateLimiter limiter, TokenStandings tokens, SlackWireOptions options, ILogger logger)
{
    private const int MostAttempts = 4;

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

            Tell(call, limited, turn.Refusals);
            if (attempt == MostAttempts || limited.RetryAfter > options.Patience)
            {
                return answer;
            }
        }
    }

    /// <summary>Whether Slack is there and accepts the bot token, asked past every queue; null when both are so.</summary>
    public Task<SlackFailure?> ProbeAsync(CancellationToken cancellationToken) => tokens.Bot.ProbeAsync(cancellationToken);

    private async Task<SlackAnswer<T>> TakeTurnAsync<T>(
        ApiCall call, Turn turn, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var token = tokens.Of(call.Method.Token);
        var since = token?.Moment ?? 0;
        LimitReading? reading = null;
        SlackFailure? failure;
        Exchange exchange;
        JsonElement? root;
        try
        {
            // Asked again at every turn, so that a dead token empties the queue.
            if (token is not null && await token.ObjectionAsync(cancellationToken) is { } objection)
            {
                limiter.Finish(turn, null);
                return new Failed<T>(objection);
            }

            reading = default(LimitReading);
            exchange = await exchanger.SendAsync(call, within: null, cancellationToken);
            root = exchange.Body is null ? null : Json.TryParse(exchange.Body);
            failure = AnswerReader.FailureOf(call.Method, exchange, root);
            reading = exchange.Sent ? new(exchange.Trip, (failure as RateLimited)?.RetryAfter, exchange.Status == 429, exchange.Failure is null) : null;
        }
        catch
        {
            limiter.Finish(turn, reading);
            throw;
        }

        var kept = limiter.Finish(turn, reading);
        return failure switch
        {
            null => Value(call, exchange, root, read),
            RateLimited limited => new Failed<T>(kept is { } wait ? new RateLimited(wait) : limited),
            CredentialsDead when token is not null => new Failed<T>(await DenialAsync(token, since, cancellationToken)),
            _ => new Failed<T>(failure),
        };
    }

    private static async Task<SlackFailure> DenialAsync(TokenStanding token, long since, CancellationToken cancellationToken) =>
        await token.ConfirmAsync(since, cancellationToken) ?? new Unreachable("Slack refused the token and accepted it when it was asked again.");

    // A limit that goes on is one line.
    private void Tell(ApiCall call, RateLimited limited, int refusals)
    {
        if (refusals <= 1)
        {
            LogLimited(call.Method.Name, limited.RetryAfter.TotalSeconds);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Limited on {Method} for {Seconds} s")]
    private partial void LogLimited(string method, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer of {Method} cannot be read")]
    private partial void LogUnreadable(string method);
}
