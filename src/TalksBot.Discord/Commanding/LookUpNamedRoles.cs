using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Commands;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Commanding;

/// <summary>
/// Looks once whether the roles that the configuration names exist on Discord: a number copied wrong gives nobody anything, and
/// a chief's keeps those out who manage the server.
/// </summary>
internal sealed partial class LookUpNamedRoles(
    IEnumerable<DiscordConnection> connections, ServedServers served, RoleGrants grants, TimeProvider time, ILogger<LookUpNamedRoles> log) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(connections.Select(connection => LookAsync(connection, stoppingToken)));

    private async Task LookAsync(DiscordConnection connection, CancellationToken token)
    {
        var named = grants.Named(connection.Name).Where(mark => mark.StartsWith("role/", StringComparison.Ordinal)).ToList();
        if (named.Count == 0)
        {
            return;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var guild in await served.WaitForAsync(connection, token))
        {
            if (await AskAsync(connection, cancel => connection.Rest.Guilds.ListRolesAsync(guild, cancel), token) is not { } roles)
            {
                return;
            }

            known.UnionWith(roles.Select(role => $"role/{role.Id}"));
        }

        foreach (var mark in named.Where(mark => !known.Contains(mark)))
        {
            Missing(connection.Name, mark);
        }
    }

    /// <summary>The answer, however long Discord cannot be reached; null when it refuses one.</summary>
    private async Task<IReadOnlyList<T>?> AskAsync<T>(
        DiscordConnection connection, Func<CancellationToken, Task<DiscordAnswer<IReadOnlyList<T>>>> ask, CancellationToken token)
    {
        for (var pause = ShortestPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            switch (await ask(token))
            {
                case Answered<IReadOnlyList<T>>(var value):
                    return value;
                case Failed<IReadOnlyList<T>>(CredentialsDead or Refused) failed:
                    NotLookedUp(connection.Name, $"{failed.Failure}");
                    return null;
                case Failed<IReadOnlyList<T>>(var failure):
                    Waiting(connection.Name, failure);
                    break;
            }

            await Task.Delay(pause, time, token);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "TalksBot:Roles names {Connection}/{Mark}, but no server of {Connection} has that role, so nobody gets anything by it; copy the role's id again")]
    private partial void Missing(string connection, string mark);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} could not look up the roles that TalksBot:Roles names; whether they exist is not known: {Why}")]
    private partial void NotLookedUp(string connection, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Connection} has not looked up the roles that TalksBot:Roles names yet and tries again: {Why}")]
    private partial void Waiting(string connection, DiscordFailure why);
}
