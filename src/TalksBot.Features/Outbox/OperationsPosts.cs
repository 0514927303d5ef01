using Microsoft.Extensions.Logging;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Settings;

namespace TalksBot.Features.Outbox;

/// <summary>Tells the desk, in the operations channel, what it owes the talks.</summary>
internal sealed class OperationsPosts(DeliveryQueue queue, OperationsDesk operations)
{
    /// <summary>Tells it.</summary>
    /// <returns>False where the desk has no channel.</returns>
    public bool Tell(Negotiation talks, News news)
    {
        if (operations.Channel is not { } channel)
        {
            return false;
        }

        queue.Tell(talks, channel, news);
        return true;
    }
}

/// <summary>Takes what adapters report of a connection to the log and to the operations channel.</summary>
internal sealed partial class OperationsNotifier(ConnectionPosts posts, CommandLosses losses, ILogger<OperationsNotifier> log) : IAlarm
{
    /// <inheritdoc/>
    public async Task RaiseAsync(Trouble trouble, CancellationToken token)
    {
        if (trouble.StopsCommands && !losses.Stop(trouble))
        {
            return;
        }

        Raised(trouble.What, trouble.Advice);
        await posts.TellAsync(
            trouble.Connection,
            canPost: !trouble.StopsPosts,
            new Post(trouble.What, Severity.Pressing, [new PostPiece.Line(trouble.Advice)]),
            token);
    }

    /// <inheritdoc/>
    public void Lost(string connection, string why) => losses.Begin(connection, why);

    /// <inheritdoc/>
    public void Live(string connection) => losses.End(connection);

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} {Advice}")]
    private partial void Raised(string what, string advice);
}
