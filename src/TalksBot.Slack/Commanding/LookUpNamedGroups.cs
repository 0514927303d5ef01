using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Commands;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>
/// Looks once whether the user groups that the configuration names exist on Slack: an id copied wrong gives nobody anything, and a
/// chief's keeps those out who administer the workspace.
/// </summary>
internal sealed partial class LookUpNamedGroups(
    IEnumerable<SlackConnection> connections, RoleGrants grants, MissingScopes scopes, TimeProvider time, ILogger<LookUpNamedGroups> log) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(connections.Select(connection => LookAsync(connection, stoppingToken)));

    private async Task LookAsync(SlackConnection connection, CancellationToken token)
    {
        var named = grants.Named(connection.Name).Where(mark => mark.StartsWith("group/", StringComparison.Ordinal)).ToList();
        if (named.Count == 0 || await AskAsync(connection, token) is not { } groups)
        {
            return;
        }

        var known = groups.Where(group => group.DateDelete is null or 0).Select(group => $"group/{group.Id}").ToHashSet(StringComparer.Ordinal);
        foreach (var mark in named.Where(mark => !known.Contains(mark)))
        {
            Missing(connection.Name, mark);
        }
    }

    /// <summary>The groups, however long Slack cannot be reached; null when it refuses to say.</summary>
    private async Task<IReadOnlyList<UserGroup>?> AskAsync(SlackConnection connection, CancellationToken token)
    {
        for (var pause = ShortestPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            switch (await connection.Api.People.ListGroupsAsync(token))
            {
                case Answered<IReadOnlyList<UserGroup>>(var groups):
                    return groups;
                case Failed<IReadOnlyList<UserGroup>>(CredentialsDead or Refused) failed:
                    NotLookedUp(connection.Name, failed.Failure);
                    await scopes.TellAsync(connection, failed.Failure, "nobody has a role by a user group");
                    return null;
            }

            await Task.Delay(pause, time, token);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "TalksBot:Roles names {Connection}/{Mark}, but the workspace has no such user group, so nobody gets anything by it; copy the group's id again")]
    private partial void Missing(string connection, string mark);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} could not look up the user groups that TalksBot:Roles names; whether they exist is not known: {Why}")]
    private partial void NotLookedUp(string connection, SlackFailure why);
}
