using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Who the bot is and where its socket is (slack.md §2, §6).</summary>
public sealed class AppMethods
{
    private readonly ApiTransport _transport;

    internal AppMethods(ApiTransport transport) => _transport = transport;

    /// <summary><c>auth.test</c>: whom the bot token belongs to; the least a preflight can ask.</summary>
    public Task<SlackAnswer<Identity>> TestAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(new(ApiMethod.AuthTest, RequestBody.Form()), WireJson.Default.Identity, cancellationToken);

    /// <summary>Whether Slack is there and accepts the bot token, asked past every queue and answered within seconds; null when both are so.</summary>
    public Task<SlackFailure?> ProbeAsync(CancellationToken cancellationToken) => _transport.ProbeAsync(cancellationToken);

    /// <summary><c>apps.connections.open</c>: a websocket's address, good for one connection, soon (slack.md §6).</summary>
    public async Task<SlackAnswer<Secret>> OpenConnectionAsync(CancellationToken cancellationToken)
    {
        if (_transport.Options.AppToken is null)
        {
            return new Failed<Secret>(new CredentialsDead("no_app_token"));
        }

        var answer = await _transport.SendAsync(
            new(ApiMethod.OpenConnection, RequestBody.Form()), WireJson.Default.ConnectionReply, cancellationToken);
        return answer.Select(reply => reply.Url);
    }
}

/// <summary>A websocket's address with its ticket, which works like a credential.</summary>
internal sealed record ConnectionReply(Secret Url);
