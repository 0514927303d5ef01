using Microsoft.Extensions.Logging;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>Who people are and in which user groups, as Slack told lately.</summary>
internal sealed partial class People(MissingScopes scopes, TimeProvider time, ILogger<People> log)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    private readonly Remembered<SlackUser> _people = new(time, Life);
    private readonly Remembered<IReadOnlyList<string>> _members = new(time, Life);

    /// <summary>A person; null while Slack does not say.</summary>
    public Task<SlackUser?> FindAsync(SlackConnection connection, string user) => _people.GetAsync(
        $"{connection.Name}/{user}",
        () => AskAsync(connection, connection.Api.People.GetAsync(user, CancellationToken.None), "users.info", "it knows nobody's name, zone or rights"));

    /// <summary>True when somebody is in a group; false too while Slack does not say.</summary>
    public async Task<bool> IsInAsync(SlackConnection connection, string group, string user)
    {
        var members = await _members.GetAsync(
            $"{connection.Name}/{group}",
            () => AskAsync(connection, connection.Api.People.ListMembersAsync(group, CancellationToken.None), "usergroups.users.list", "nobody has a role by a user group"));
        return members?.Contains(user, StringComparer.Ordinal) is true;
    }

    private async Task<T?> AskAsync<T>(SlackConnection connection, Task<SlackAnswer<T>> asking, string what, string consequence)
        where T : class
    {
        if (await asking is not Failed<T>(var failure) failed)
        {
            return ((Answered<T>)await asking).Value;
        }

        NotTold(connection.Name, what, failed.Failure);
        await scopes.TellAsync(connection, failure, consequence);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} got no answer from {Method}: {Why}")]
    private partial void NotTold(string connection, string method, SlackFailure why);
}
