using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Chat.Commanding;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Commanding;

/// <summary>
/// Looks once whether the roles that the configuration names exist on Discord: a number copied wrong gives nobody anything, and
/// a chief's keeps those out who manage the server.
/// </summary>
internal sealed partial class LookUpNamedGrants(
    IEnumerable<DiscordConnection> connections, ServedServers served, NamedGrants named, ILogger<LookUpNamedGrants> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(connections.Select(connection => LookAsync(connection, stoppingToken)));

    private async Task LookAsync(DiscordConnection connection, CancellationToken token)
    {
        var marks = named.Of(connection.Name, "role");
        if (marks.Count == 0)
        {
            return;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var guild in await served.WaitForAsync(connection, token))
        {
            if (await named.AskAsync(cancel => AskAsync(connection, guild, cancel), token) is not { } roles)
            {
                return;
            }

            known.UnionWith(roles.Select(role => $"role/{role.Id}"));
        }

        foreach (var mark in marks.Where(mark => !known.Contains(mark)))
        {
            Missing(connection.Name, mark);
        }
    }

    private async Task<(IReadOnlyList<DiscordRole>? Roles, bool AskAgain)> AskAsync(DiscordConnection connection, Snowflake guild, CancellationToken token)
    {
        switch (await connection.Rest.Guilds.ListRolesAsync(guild, token))
        {
            case Answered<IReadOnlyList<DiscordRole>>(var roles):
                return (roles, AskAgain: false);
            case Failed<IReadOnlyList<DiscordRole>>(CredentialsDead or Refused) failed:
                NotLookedUp(connection.Name, $"{failed.Failure}");
                return (null, AskAgain: false);
            case Failed<IReadOnlyList<DiscordRole>>(var failure):
                Waiting(connection.Name, failure);
                break;
        }

        return (null, AskAgain: true);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "TalksBot:Roles names {Connection}/{Mark}, but no server of {Connection} has that role, so nobody gets anything by it; copy the role's id again")]
    private partial void Missing(string connection, string mark);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} could not look up the roles that TalksBot:Roles names; whether they exist is not known: {Why}")]
    private partial void NotLookedUp(string connection, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Connection} has not looked up the roles that TalksBot:Roles names yet and tries again: {Why}")]
    private partial void Waiting(string connection, DiscordFailure why);
}
