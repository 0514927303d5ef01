using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>
/// Whether Discord is there and accepts the bot token. One refusal stops nothing: Discord is asked who the token belongs to, and only
/// when it refuses that too is nothing more sent for two minutes, after which it is asked again.
/// </summary>
internal sealed partial class TokenStanding(HttpExchanger exchanger, Limits.RateLimiter limiter, TimeProvider time, ILogger logger) : IDisposable
{
    private static readonly TimeSpan _again = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(4);
    private static readonly RestRequest _who = new(Route.Of(HttpMethod.Get, "/users/@me"));

    private readonly SemaphoreSlim _one = new(1);
    private volatile CredentialsDead? _dead;
    private DiscordFailure? _verdict;
    private long _askedAt = time.GetTimestamp();

    /// <summary>This moment, for <see cref="ConfirmAsync"/>.</summary>
    public long Moment => time.GetTimestamp();

    /// <summary>Why nothing may be sent with the token; null when it may.</summary>
    public async ValueTask<DiscordFailure?> ObjectionAsync(CancellationToken cancellationToken)
    {
        if (_dead is not { } dead)
        {
            return null;
        }

        var due = Volatile.Read(ref _askedAt);
        return time.GetElapsedTime(due) < _again ? dead : await ConfirmAsync(due, cancellationToken);
    }

    /// <summary>Asks whether the token is accepted, unless that was asked since; null when it is.</summary>
    /// <param name="since">When the request was sent that raised the question.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DiscordFailure?> ConfirmAsync(long since, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return Volatile.Read(ref _askedAt) > since ? _verdict : _verdict = await AskAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Asks now, past every limit but the one that guards against a ban; null when Discord is there and accepts the token.</summary>
    public Task<DiscordFailure?> ProbeAsync(CancellationToken cancellationToken) => ConfirmAsync(long.MaxValue, cancellationToken);

    public void Dispose() => _one.Dispose();

    private async Task<DiscordFailure?> AskAsync(CancellationToken cancellationToken)
    {
        if (limiter.Forbidden() is var pause && pause > TimeSpan.Zero)
        {
            return new RateLimited(pause, Limits.LimitScope.InvalidRequests);
        }

        var exchange = await exchanger.SendAsync(_who, _patience, cancellationToken);
        if (exchange.Reading is { } reading)
        {
            limiter.Note(reading);
        }

        Volatile.Write(ref _askedAt, time.GetTimestamp());
        var failure = Verdict(exchange);
        Settle(failure);
        return failure;
    }

    private static DiscordFailure? Verdict(Exchange exchange) => exchange switch
    {
        { Failure: { } failure } => failure,
        { Reading.Limited: { Scope: not Limits.LimitScope.Edge } } => null,
        { Reading.Limited: { } limited } => limited,
        { Status: >= 200 and < 300, Body: { } body } when IsUser(body) => null,
        { Status: >= 500 } => new Ambiguous($"Discord answered {exchange.Status}.", exchange.Status),
        { Status: 401 } when ErrorReader.Read(401, exchange.Body ?? []) is { IsDiscords: true } error => Dead(error),
        _ => new Unreachable($"What answered with {exchange.Status} does not speak like Discord; look at ApiUrl and at what stands between."),
    };

    private static CredentialsDead Dead(DiscordError error) => new($"Discord does not accept the bot token ({error}).");

    private static bool IsUser(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, WireJson.Default.DiscordUser) is { Id.Value: > 0 };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // An outage proves nothing about the token.
    private void Settle(DiscordFailure? failure)
    {
        if (failure is CredentialsDead dead)
        {
            if (_dead is null)
            {
                LogDead(dead.Reason);
            }

            _dead = dead;
        }
        else if (failure is null && _dead is not null)
        {
            _dead = null;
            LogAccepted();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reason} It is asked again every two minutes")]
    private partial void LogDead(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord accepts the bot token again")]
    private partial void LogAccepted();
}
