using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Times;
using TalksBot.Storage;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Opening;

namespace TalksBot.Hosting;

/// <summary>
/// Notices that the database server does not answer for long. Nothing can be queued then, so the operations channel is told straight, by the node
/// that was the last to send there; everything goes on by itself once the server is back.
/// </summary>
internal sealed partial class WatchServer(IServiceScopeFactory scopes, DatabaseAlarm alarm, ISendingRight right, TimeProvider time, IClock clock, ILogger<WatchServer> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private static readonly Duration ToldAfter = Duration.FromSeconds(30);

    private Instant? _since;
    private bool _isTold;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(await FaultAsync(stoppingToken), stoppingToken);
        }
    }

    private async Task LookAsync(string? sentence, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (sentence is null)
        {
            if (_since is { } since)
            {
                var span = TimeWording.Span(Duration.FromSeconds((long)(now - since).TotalSeconds));
                Back(span);
            }

            (_since, _isTold) = (null, false);
            return;
        }

        if (_since is null)
        {
            _since = now;
            Gone(sentence);
        }

        if (!_isTold && now - _since >= ToldAfter)
        {
            _isTold = true;
            await TellAsync(_since.Value, sentence, token);
        }
    }

    private async Task<string?> FaultAsync(CancellationToken token)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TalksDb>().Facts.AnyAsync(token);
            return null;
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            return sentence;
        }
    }

    private async Task TellAsync(Instant since, string sentence, CancellationToken token)
    {
        const string Heading = "The database server does not answer: nothing is recorded and nothing is told until it does";
        foreach (var channel in await alarm.TellAsync(right.WasLast, since, Heading, $"{sentence} What falls due meanwhile is told late, and said to be.", token))
        {
            NotTold($"{channel}");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Sentence} Nothing is lost, and it is tried again")]
    private partial void Gone(string sentence);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database server answers again, after {Span}")]
    private partial void Back(string span);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel} could not be told that the database server does not answer; this log alone says so")]
    private partial void NotTold(string channel);
}
