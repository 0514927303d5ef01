using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using TalksBot.Discord.Wire.Limits;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>Sends requests in their turn, sends again what a limit turned away, and words the answer.</summary>
internal sealed partial class RestTransport(
    HttpExchanger exchanger, RateLimiter limiter, TokenStanding token, DiscordWireOptions options, ILogger logger)
{
    private const int MostAttempts = 4;

    public Task<DiscordAnswer<NoContent>> SendAsync(RestRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, Nothing, cancellationToken);

    /// <summary>Whether Discord is there and accepts the token, asked past every queue; null when both are so.</summary>
    public Task<DiscordFailure?> ProbeAsync(CancellationToken cancellationToken) => token.ProbeAsync(cancellationToken);

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

            var since = token.Moment;
            var exchange = await TakeTurnAsync(request, turn, cancellationToken);
            if (exchange.Limited is not { } limited)
            {
                return IsDenied(request, exchange)
                    ? new Failed<T>(await DenialAsync(exchange, since, cancellationToken))
                    : Word(request, exchange, read);
            }

            Tell(request, limited, turn.Refusals);
            if (attempt == MostAttempts || limited.RetryAfter > options.Patience || limited.Code == DiscordErrorCode.TooManyOldEdits)
            {
                return new Failed<T>(limited);
            }

            await limiter.SitOutAsync(limited, cancellationToken);
        }
    }

    private async Task<Exchange> TakeTurnAsync(RestRequest request, Turn turn, CancellationToken cancellationToken)
    {
        RateLimitReading? reading = null;
        Exchange exchange;
        try
        {
            // Asked again at every turn, so that a dead token empties the queue.
            if (!request.Route.ForInteraction && await token.ObjectionAsync(cancellationToken) is { } objection)
            {
                exchange = Exchange.Unsent(objection);
            }
            else
            {
                reading = RateLimitReading.None;
                exchange = await exchanger.SendAsync(request, within: null, cancellationToken);
                reading = exchange.Reading;
            }
        }
        catch
        {
            limiter.Finish(turn, reading);
            throw;
        }

        return exchange with { Limited = limiter.Finish(turn, reading) };
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

        if (exchange.Status < 400)
        {
            return new Failed<T>(new Unreachable($"What answered with {exchange.Status} leads elsewhere; look at ApiUrl and at what stands between."));
        }

        if (exchange.Status is 408 or 425 or >= 500)
        {
            return new Failed<T>(new Ambiguous($"Discord answered {exchange.Status}.", exchange.Status) { RetryAfter = exchange.Reading?.RetryAfter });
        }

        var error = ErrorReader.Read(exchange.Status, exchange.Body ?? []);
        return new Failed<T>(new Refused(error));
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

    // What stands between may answer in Discord's place, and a page is no word that it was done.
    private static NoContent Nothing(byte[] body) =>
        body.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'<', ..] ? throw new JsonException("A page is no answer.") : default;

    // 50027 is an interaction's token running out, not the bot's (discord.md §7).
    private static bool IsDenied(RestRequest request, Exchange exchange) =>
        exchange is { Failure: null, Status: 401 }
        && !request.Route.ForInteraction
        && ErrorReader.Read(401, exchange.Body ?? []).Code != DiscordErrorCode.InvalidWebhookToken;

    private async Task<DiscordFailure> DenialAsync(Exchange exchange, long since, CancellationToken cancellationToken) =>
        ErrorReader.Read(exchange.Status, exchange.Body ?? []) is { IsDiscords: true }
            ? await token.ConfirmAsync(since, cancellationToken)
                ?? new Unreachable("Discord refused the bot token and accepted it when it was asked again.")
            : new Unreachable("What answered with 401 does not speak like Discord; look at ApiUrl and at what stands between.");

    // A limit that goes on is one line.
    private void Tell(RestRequest request, RateLimited limited, int refusals)
    {
        if (refusals <= 1)
        {
            LogLimited(request.Route.Key, limited.RetryAfter.TotalMilliseconds, limited.Scope);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Limited on {Route} for {Milliseconds} ms by {Scope}")]
    private partial void LogLimited(string route, double milliseconds, LimitScope scope);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer of {Route} cannot be read at {Path}")]
    private partial void LogUnreadable(string route, string path);
}
