using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.Api;

namespace TalksBot.Slack.Commanding;

/// <summary>Tells of each scope that a connection lacks, once and with its mend.</summary>
internal sealed class MissingScopes(IAlarm alarm)
{
    private readonly SeenOnce<(string Connection, string Scope)> _told = new();

    /// <summary>Tells, if the failure is a scope that is missing and nobody was told of it.</summary>
    /// <param name="connection">Where it is missing.</param>
    /// <param name="failure">What Slack said.</param>
    /// <param name="consequence">What does not work without it, as in <c>nobody has a role by a user group</c>.</param>
    public async Task TellAsync(SlackConnection connection, SlackFailure failure, string consequence)
    {
        if (failure is not Refused { Error: { Code: "missing_scope" } error } || !_told.IsFirst((connection.Name, error.Needed ?? "")))
        {
            return;
        }

        var scope = error.Needed ?? "a scope that Slack does not name";
        await alarm.RaiseAsync(
            new Trouble(
                connection.Name,
                $"{connection.Name} lacks the scope {scope}, so {consequence}.",
                $"Add {scope} under OAuth & Permissions on the app's page at Slack, or paste there the manifest that \"manifest slack\" prints, and install the app again."),
            CancellationToken.None);
    }
}
