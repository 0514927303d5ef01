using TalksBot.Chat.Configuration;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack;

/// <summary>Whether Slack accepts the tokens of each connection, and gives the app every scope that the bot uses.</summary>
internal sealed class SlackDiagnostics(IEnumerable<SlackConnection> connections) : IConnectionDiagnostics
{
    private const string Manifest = "paste the manifest that \"manifest slack\" prints on the app's page at Slack, and install the app again";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ConnectionFault>> FaultsAsync(CancellationToken token)
    {
        var faults = new List<ConnectionFault>();
        foreach (var connection in connections)
        {
            ConnectionFault?[] found = [await OfBotTokenAsync(connection, token), await OfAppTokenAsync(connection, token)];
            faults.AddRange(found.OfType<ConnectionFault>());
            if (ClockOffset.Fault(connection.Api.ClockAhead, "Slack") is { } fault)
            {
                faults.Add(new(connection.Name, fault));
            }
        }

        return faults;
    }

    private static async Task<ConnectionFault?> OfBotTokenAsync(SlackConnection connection, CancellationToken token) => await connection.Api.App.TestAsync(token) switch
    {
        Failed<Identity>(CredentialsDead dead) => Of(connection, nameof(SlackOptions.BotToken), $"Slack does not accept the token in {connection.Section}:BotToken ({dead.Code}); install the app again and put its new token there."),
        Failed<Identity>(var failure) => Of(connection, nameof(SlackOptions.BotToken), $"Slack could not be asked about the token in {connection.Section}:BotToken ({WhyOf(failure)}); check again in a minute."),

        // A compatible server may not say what the token may do.
        Answered<Identity> { Scopes: { } given } when SlackManifest.Scopes.Except(given, StringComparer.Ordinal).ToList() is { Count: > 0 } missing =>
            new ConnectionFault(connection.Name, $"The app lacks {(missing.Count == 1 ? "the scope" : "the scopes")} {string.Join(", ", missing)}; {Manifest}."),
        _ => null,
    };

    /// <summary>The address of a socket is asked for and not used; it expires by itself.</summary>
    private static async Task<ConnectionFault?> OfAppTokenAsync(SlackConnection connection, CancellationToken token) =>
        connection.HearsPeople && connection.Listen is null && await connection.Api.App.OpenConnectionAsync(token) is Failed<Wire.Secret>(var failure and (CredentialsDead or Refused))
            ? Of(connection, nameof(SlackOptions.AppToken), $"Slack opens no socket with the token in {connection.Section}:AppToken ({WhyOf(failure)}), so nobody can give a command there; make one with connections:write under Basic Information on the app's page, with Socket Mode switched on.")
            : null;

    private static ConnectionFault Of(SlackConnection connection, string key, string line) => new(connection.Name, line) { Setting = $"{connection.Section}:{key}" };

    private static string WhyOf(SlackFailure failure) => failure switch
    {
        CredentialsDead dead => dead.Code,
        Refused refused => $"{refused.Error}",
        Unreachable unreachable => unreachable.Reason,
        Ambiguous ambiguous => ambiguous.Reason,
        _ => "it asks to wait",
    };
}
