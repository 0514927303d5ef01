using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Settings;
using TalksBot.Features.Transactions;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Outbox;

/// <summary>Queues word of a connection for the operations channel, in a transaction of its own; what the database holds up stands in the log.</summary>
internal sealed partial class ConnectionPosts(IServiceScopeFactory scopes, IClock clock, IOptions<DeskOptions> desk, ILogger<ConnectionPosts> log)
{
    /// <summary>A moment on the desk's own clock.</summary>
    public string Clock(Instant at) => TimeWording.ClockTimeShort(at, desk.Value.HomeClock);

    /// <summary>Tells it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="canPost">Posts go over it.</param>
    /// <param name="post">What to say, in words that stay true when they are read late.</param>
    public async Task TellAsync(string connection, bool canPost, Post post, CancellationToken token)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var turn = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().BeginAsync(token);
            scope.ServiceProvider.GetRequiredService<OperationsAlarms>().QueueOfConnection(connection, canPost, post, clock.GetCurrentInstant());
            await turn.CommitAsync(token);
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            NotQueued(connection, sentence);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The word about {Connection} stands in this log alone: {Sentence}")]
    private partial void NotQueued(string connection, string sentence);
}
