using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.Api;

namespace TalksBot.Slack.Commanding;

/// <summary>Has Slack judge a form of each sort, and shows none. A server that cannot judge, or takes no token, is asked once: others tell of that.</summary>
internal sealed class FormsDiagnostics(IEnumerable<SlackConnection> connections, CommandBook book) : IConnectionDiagnostics
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ConnectionFault>> FaultsAsync(CancellationToken token)
    {
        var faults = new List<ConnectionFault>();
        foreach (var connection in connections)
        {
            faults.AddRange((await OfAsync(connection, token)).Select(line => new ConnectionFault(connection.Name, line)));
        }

        return faults;
    }

    private async Task<IReadOnlyList<string>> OfAsync(SlackConnection connection, CancellationToken token)
    {
        var faults = new List<string>();
        foreach (var (spec, form) in Forms.Each(book))
        {
            switch (await connection.Api.Views.ValidateAsync(form, token))
            {
                case Answered<NoContent>:
                    break;
                case Failed<NoContent>(Refused refused) when SlackErrorCode.IsOfBlocks(refused.Error.Code):
                    faults.Add($"Slack would not show the form of /talks {spec.Path} ({refused.Error}); report it, and give the command in one line meanwhile.");
                    break;
                default:
                    return faults;
            }
        }

        return faults;
    }
}
