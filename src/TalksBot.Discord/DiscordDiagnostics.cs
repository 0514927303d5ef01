using TalksBot.Chat.Configuration;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord;

/// <summary>Whether Discord accepts each connection's token, whether it obeys a server of the desk's own, and who else can bring its bot somewhere.</summary>
internal sealed class DiscordDiagnostics(IEnumerable<DiscordConnection> connections, IInvitations invitations, ServerClaims claims) : IConnectionDiagnostics
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ConnectionFault>> FaultsAsync(CancellationToken token)
    {
        var faults = (await invitations.AllAsync(token)).Where(invitation => !invitation.IsAddress)
            .Select(invitation => new ConnectionFault(invitation.Connection, invitation.Line)).ToList();
        foreach (var connection in connections.Where(connection => connection.GuildIds.Count == 0 && claims.Of(connection.Name) is null))
        {
            var section = $"{DiscordOptions.Section}:{connection.Key}";
            faults.Add(new(connection.Name, $"No server is obeyed: start TalksBot, and on the server it is for give /talks claim with the code it prints, or name the server in {section}:GuildIds."));
            if (await connection.Rest.Application.GetCurrentAsync(token) is Answered<CurrentApplication>({ BotPublic: true }))
            {
                faults.Add(new(connection.Name, "The bot is public, so anybody may bring it to a server of their own: switch off Public Bot under Bot on the application's page, or claim a server first."));
            }
        }

        foreach (var connection in connections)
        {
            if (ClockOffset.Fault(connection.Rest.ClockAhead, "Discord") is { } fault)
            {
                faults.Add(new(connection.Name, fault));
            }
        }

        return faults;
    }
}
