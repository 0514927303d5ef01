using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Outbox;

/// <summary>Takes what adapters report of a connection to the operations channel, in a transaction of its own.</summary>
internal sealed partial class RaiseAlarm(IServiceScopeFactory scopes, IClock clock, ILogger<RaiseAlarm> log) : IAlarm
{
    /// <inheritdoc/>
    public async Task RaiseAsync(Trouble trouble, CancellationToken token)
    {
        Raised(trouble.What, trouble.Advice);
        try
        {
            await QueueAsync(trouble, token);
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            NotQueued(trouble.Connection, sentence);
        }
    }

    private async Task QueueAsync(Trouble trouble, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetCurrentInstant();
        await using var turn = await scope.ServiceProvider.GetRequiredService<DeskTurns>().BeginAsync(token);
        scope.ServiceProvider.GetRequiredService<AlarmPosts>().Queue(
            new DeliveryCause(DeliveryKind.Alarm, Talks: "", Code: "", Subject: trouble.Connection),
            now,
            revision: 0,
            new Post(trouble.What, Severity.Pressing, [new PostPiece.Line(trouble.Advice)]),
            now);
        await turn.CommitAsync(token);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} {Advice}")]
    private partial void Raised(string what, string advice);

    [LoggerMessage(Level = LogLevel.Error, Message = "The alarm about {Connection} stands in this log alone: {Sentence}")]
    private partial void NotQueued(string connection, string sentence);
}
