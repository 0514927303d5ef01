using Microsoft.Extensions.Logging;

namespace TalksBot.Slack.Wire.Api;

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
