using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Storage;
using TalksBot.Storage.Opening;

namespace TalksBot.Hosting;

/// <summary>
/// Notices that the database file was deleted or replaced under the worker. Nothing can be queued any more then, so the
/// operations channel is told straight; commands and the outbox refuse by themselves.
/// </summary>
internal sealed partial class WatchFile(IServiceScopeFactory scopes, DatabaseAlarm alarm, TimeProvider time, IClock clock, ILogger<WatchFile> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (await GoneAsync(stoppingToken) is { } sentence)
            {
                Gone(sentence);
                await TellAsync(sentence, stoppingToken);
                return;
            }
        }
    }

    private async Task<string?> GoneAsync(CancellationToken token)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TalksDb>().Facts.AnyAsync(token);
            return null;
        }
        catch (StorageRefusedException refused)
        {
            return refused.Message;
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is not null)
        {
            // A lock or a full disk passes, and whoever meets it says so.
            return null;
        }
    }

    private async Task TellAsync(string sentence, CancellationToken token)
    {
        const string Heading = "The database file is gone: nothing is recorded and nothing is told until TalksBot is started again";
        foreach (var channel in await alarm.TellAsync(_ => true, clock.GetCurrentInstant(), Heading, sentence, token))
        {
            NotTold($"{channel}");
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Sentence}")]
    private partial void Gone(string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel} could not be told that the database file is gone; this log alone says so")]
    private partial void NotTold(string channel);
}
