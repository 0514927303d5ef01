using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using TalksBot.Discord.Wire.Limits;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>Sends requests in their turn, sends again what a limit turned away, and words the answer.</summary>
internal sealed partial class RestTransport(
    HttpExchanger exchanger, RateLimiter limiter, DiscordWireOptions options, ILogger logger)
{
    private const int MostAttempts = 4;

    private CredentialsDead? _dead;

    public Task<DiscordAnswer<NoContent>> SendAsync(RestRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, _ => default(NoContent), cancellationToken);

    public Task<DiscordAnswer<T>> SendAsync<T>(
        RestRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(
            request,
            body => JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The body is null."),
            cancellationToken);

    private async Task<DiscordAnswer<T>> SendAsync<T>(
        RestRequest request, Func<byte[], T> read, CancellationToken cancellationToken)
    {
        var turn = limiter.Queue(request.Route);
        for (var attempt = 1; ; attempt++)
        {
            if (await limiter.WaitAsync(turn, cancellationToken) is { } denied)
            {
                return new Failed<T>(denied);
            }

            var exchange = await TakeTurnAsync(request, turn, cancellationToken);
            if (exchange.Reading?.Limited is not { } limited)
            {
                return Word(request, exchange, read);
            }

            LogLimited(request.Route.Key, limited.RetryAfter.TotalMilliseconds, limited.Scope);
            if (attempt == MostAttempts || limited.RetryAfter > options.Patience)
            {
                return new Failed<T>(limited);
            }

            await limiter.SitOutAsync(limited, cancellationToken);
        }
    }

    private async Task<Exchange> TakeTurnAsync(RestRequest request, Turn turn, CancellationToken cancellationToken)
    {
        RateLimitReading? reading = null;
        try
        {
            // Asked again at every turn, so that a dead token empties the queue.
            if (!request.Route.ForInteraction && _dead is not null)
            {
                return Exchange.Unsent(_dead);
            }

            reading = RateLimitReading.None;
            var exchange = await exchanger.SendAsync(request, cancellationToken);
            reading = exchange.Reading;
            return exchange;
        }
        finally
        {
            limiter.Finish(turn, reading);
        }
    }

    private DiscordAnswer<T> Word<T>(RestRequest request, Exchange exchange, Func<byte[], T> read)
    {
        if (exchange.Failure is not null)
        {
            return new Failed<T>(exchange.Failure);
        }

        if (exchange.Status is >= 200 and < 300)
        {
            return Value(request, exchange, read);
        }

        if (exchange.Status >= 500)
        {
            return new Failed<T>(new Ambiguous($"Discord answered {exchange.Status}.", exchange.Status));
        }

        var error = ErrorReader.Read(exchange.Status, exchange.Body ?? []);
        return new Failed<T>(IsDead(request, error) ? Die(error) : new Refused(error));
    }

    private DiscordAnswer<T> Value<T>(RestRequest request, Exchange exchange, Func<byte[], T> read)
    {
        try
        {
            return exchange.Body is null
                ? new Failed<T>(new Ambiguous("The answer was cut off.", exchange.Status))
                : new Answered<T>(read(exchange.Body));
        }
        catch (JsonException fault)
        {
            LogUnreadable(request.Route.Key, fault.Path ?? "$");
            return new Failed<T>(new Ambiguous($"The answer could not be read at {fault.Path}.", exchange.Status));
        }
    }

    // 50027 is an interaction's token running out, not the bot's (discord.md §7).
    private static bool IsDead(RestRequest request, DiscordError error) =>
        error.Status == 401 && !request.Route.ForInteraction && error.Code != DiscordErrorCode.InvalidWebhookToken;

    private CredentialsDead Die(DiscordError error)
    {
        LogDead((int)error.Code);
        return _dead = new($"Discord does not accept the bot token ({error}).");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Limited on {Route} for {Milliseconds} ms by {Scope}")]
    private partial void LogLimited(string route, double milliseconds, LimitScope scope);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer of {Route} cannot be read at {Path}")]
    private partial void LogUnreadable(string route, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord does not accept the bot token any more (code {Code})")]
    private partial void LogDead(int code);
}
