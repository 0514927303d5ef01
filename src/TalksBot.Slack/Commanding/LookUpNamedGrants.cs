using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Chat.Commanding;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>
/// Looks once whether the user groups that the configuration names exist on Slack: an id copied wrong gives nobody anything, and a
/// chief's keeps those out who administer the workspace.
/// </summary>
internal sealed partial class LookUpNamedGrants(
    IEnumerable<SlackConnection> connections, NamedGrants named, MissingScopes scopes, ILogger<LookUpNamedGrants> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(connections.Select(connection => LookAsync(connection, stoppingToken)));

    private async Task LookAsync(SlackConnection connection, CancellationToken token)
    {
        var marks = named.Of(connection.Name, "group");
        if (marks.Count == 0 || await named.AskAsync(cancel => AskAsync(connection, cancel), token) is not { } groups)
        {
            return;
        }

        var known = groups.Where(group => group.DateDelete is null or 0).Select(group => $"group/{group.Id}").ToHashSet(StringComparer.Ordinal);
        foreach (var mark in marks.Where(mark => !known.Contains(mark)))
        {
            Missing(connection.Name, mark);
        }
    }

    private async Task<(IReadOnlyList<UserGroup>? Groups, bool AskAgain)> AskAsync(SlackConnection connection, CancellationToken token)
    {
        switch (await connection.Api.People.ListGroupsAsync(token))
        {
            case Answered<IReadOnlyList<UserGroup>>(var groups):
                return (groups, AskAgain: false);
            case Failed<IReadOnlyList<UserGroup>>(CredentialsDead or Refused) failed:
                NotLookedUp(connection.Name, failed.Failure);
                await scopes.TellAsync(connection, failed.Failure, "nobody has a role by a user group");
                return (null, AskAgain: false);
        }

        return (null, AskAgain: true);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "TalksBot:Roles names {Connection}/{Mark}, but the workspace has no such user group, so nobody gets anything by it; copy the group's id again")]
    private partial void Missing(string connection, string mark);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} could not look up the user groups that TalksBot:Roles names; whether they exist is not known: {Why}")]
    private partial void NotLookedUp(string connection, SlackFailure why);
}
