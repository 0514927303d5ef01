using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Features.Agenda;
using TalksBot.Features.Transactions;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Nodes;

/// <summary>Where several nodes share the database: says that this one is there, keeps the database's clock, takes the others' hints, and finds what a lost hint would have told.</summary>
internal sealed partial class KeepNode(INodes nodes, OutboxSignal outbox, RecordSignal record, WakeScheduler wakes, AgendaRounds agenda, TimeProvider time, ILogger<KeepNode> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>A clock that is further off than that is not kept by anybody.</summary>
    private static readonly Duration Tolerable = Duration.FromMilliseconds(100);

    private bool _isOff;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (nodes.AreShared)
        {
            await BeatAsync(cancellationToken);
            await base.StartAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (nodes.AreShared)
        {
            await TryAsync(() => nodes.LeaveAsync(cancellationToken));
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var hearing = nodes.ListenAsync(HearAsync, stoppingToken);
        try
        {
            while (true)
            {
                await Task.Delay(Every, time, stoppingToken);
                await BeatAsync(stoppingToken);
            }
        }
        finally
        {
            await hearing.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task HearAsync(NodeHint hint)
    {
        if (hint.HasPosts)
        {
            outbox.Raise();
        }

        if (hint.IsOtherwise)
        {
            record.Raise();
        }

        foreach (var (kind, due) in hint.First)
        {
            await wakes.NoLaterThanAsync(kind, due, CancellationToken.None);
        }
    }

    private Task BeatAsync(CancellationToken token) => TryAsync(async () =>
    {
        var ahead = await nodes.BeatAsync(token);
        var isOff = Duration.Max(ahead, -ahead) > Tolerable;
        if (isOff && !_isOff)
        {
            Off(ahead.TotalMilliseconds);
        }

        _isOff = isOff;
        await agenda.LookAsync(token);
    });

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            NotSaid(sentence);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This machine's clock is {Milliseconds:0} ms ahead of the database's, by which everything goes; have it kept by NTP")]
    private partial void Off(double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other nodes could not be told that this one is there: {Sentence}")]
    private partial void NotSaid(string sentence);
}
