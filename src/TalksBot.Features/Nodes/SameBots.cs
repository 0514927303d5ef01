using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TalksBot.Core.Channels;
using TalksBot.Features.Transactions;
using TalksBot.Storage;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Nodes;

/// <summary>
/// Keeps nodes that speak as different bots over one connection from sharing a database: what one of them queued, the other would send where its bot is
/// not known. While other nodes are there, a new one speaks as they do; a node that is alone says as whom.
/// </summary>
internal sealed class SameBots(INodes nodes, IEnumerable<KnownConnection> connections, IServiceScopeFactory scopes) : IHostedService
{
    /// <summary>A node that has been silent for longer does not count: three of its beats are missing.</summary>
    private static readonly Duration Alive = Duration.FromSeconds(15);

    /// <summary>Joins the nodes that are there.</summary>
    /// <exception cref="StorageRefusedException">They speak as another bot.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (nodes.AreShared)
        {
            await nodes.BeatAsync(cancellationToken);
            await JoinAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task JoinAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        await using var work = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().BeginAsync(token);
        var others = (await nodes.ListAsync(token)).Where(node => !node.IsSelf && node.Silent < Alive).Select(node => node.Node.Name).ToList();
        foreach (var connection in connections.Where(known => known.Bot.Length > 0))
        {
            var name = Fact.Bot + connection.Name;
            if (others.Count > 0 && await db.RecallAsync(name, token) is { } known && known != connection.Bot)
            {
                await nodes.LeaveAsync(token);
                throw new StorageRefusedException($"{string.Join(", ", others)} on this database speaks over {connection.Name} as another bot: give every node the same token, or this one a database of its own.");
            }

            await db.RememberAsync(name, connection.Bot, token);
        }

        await work.CommitAsync(token);
    }
}
