using Microsoft.Extensions.Logging;

namespace TalksBot.Slack.Wire.Api;

/// <summary>
/// Whether Slack is there and accepts a token. One refusal stops nothing, since Slack says <c>invalid_auth</c> also where an address is not
/// allowed for a while: it is asked whom the token belongs to, and only when it refuses that too is nothing more sent for two minutes,
/// after which it is asked again.
/// </summary>
/// <param name="question">What to ask: the cheapest call that takes the token.</param>
internal sealed partial class TokenStanding(ApiCall question, HttpExchanger exchanger, TimeProvider time, ILogger logger) : IDisposable
{
    private static readonly TimeSpan _again = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(4);

    private readonly SemaphoreSlim _one = new(1);
    private volatile CredentialsDead? _dead;
    private SlackFailure? _verdict;
    private long _askedAt = time.GetTimestamp();

    /// <summary>This moment, for <see cref="ConfirmAsync"/>.</summary>
    public long Moment => time.GetTimestamp();

    /// <summary>Why nothing may be sent with the token; null when it may.</summary>
    public async ValueTask<SlackFailure?> ObjectionAsync(CancellationToken cancellationToken)
    {
        if (_dead is not { } dead)
        {
            return null;
        }

        var due = Volatile.Read(ref _askedAt);
        return time.GetElapsedTime(due) < _again ? dead : await ConfirmAsync(due, cancellationToken);
    }

    /// <summary>Asks whether the token is accepted, unless that was asked since; null when it is.</summary>
    /// <param name="since">When the call was sent that raised the question.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SlackFailure?> ConfirmAsync(long since, CancellationToken cancellationToken)
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

    /// <summary>Asks now, past every limit; null when Slack is there and accepts the token.</summary>
    public Task<SlackFailure?> ProbeAsync(CancellationToken cancellationToken) => ConfirmAsync(long.MaxValue, cancellationToken);

    public void Dispose() => _one.Dispose();

    private async Task<SlackFailure?> AskAsync(CancellationToken cancellationToken)
    {
        var exchange = await exchanger.SendAsync(question, _patience, cancellationToken);
        Volatile.Write(ref _askedAt, time.GetTimestamp());
        var failure = AnswerReader.FailureOf(question.Method, exchange, exchange.Body is null ? null : Json.TryParse(exchange.Body)) switch
        {
            // Whoever counts is there, and knows the token.
            RateLimited => null,
            Refused { Error.Code: ['h', 't', 't', 'p', '_', ..] } refused => new Unreachable($"What answered does not speak like Slack; look at ApiUrl and at what stands between ({refused.Error})."),
            Refused => null,
            var other => other,
        };
        Settle(failure);
        return failure;
    }

    // An outage proves nothing about the token.
    private void Settle(SlackFailure? failure)
    {
        if (failure is CredentialsDead dead)
        {
            if (_dead is null)
            {
                LogDead(question.Method.Token, dead.Code);
            }

            _dead = dead;
        }
        else if (failure is null && _dead is not null)
        {
            _dead = null;
            LogAccepted(question.Method.Token);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack does not accept the token ({Kind}: {Code}). It is asked again every two minutes")]
    private partial void LogDead(TokenKind kind, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack accepts the token again ({Kind})")]
    private partial void LogAccepted(TokenKind kind);
}

/// <summary>How the tokens of a client stand, each asked about by the cheapest call that takes it.</summary>
internal sealed class TokenStandings(HttpExchanger exchanger, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly TokenStanding _bot = new(new(ApiMethod.AuthTest, RequestBody.Form()), exchanger, time, logger);
    private readonly TokenStanding _app = new(new(ApiMethod.OpenConnection, RequestBody.Form()), exchanger, time, logger);

    /// <summary>The bot token's.</summary>
    public TokenStanding Bot => _bot;

    /// <summary>The standing of the token that a call shows; null where it shows none.</summary>
    public TokenStanding? Of(TokenKind kind) => kind switch
    {
        TokenKind.Bot => _bot,
        TokenKind.App => _app,
        _ => null,
    };

    public void Dispose()
    {
        _bot.Dispose();
        _app.Dispose();
    }
}
