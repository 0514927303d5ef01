using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Features.Transactions;
using TalksBot.Features.Upkeep;
using TalksBot.Storage;
using TalksBot.Storage.Opening;

namespace TalksBot.Hosting;

/// <summary>
/// Notices that the database file was deleted or replaced under the worker, or that nothing can be written into it. Nothing can be queued
/// any more then, so the operations channel is told straight; commands and the outbox refuse by themselves.
/// </summary>
internal sealed partial class WatchFile(IServiceScopeFactory scopes, DatabaseAlarm alarm, Pulse pulse, TimeProvider time, IClock clock, ILogger<WatchFile> log)
    : BackgroundService
{
    private const string GoneHeading = "The database file is gone: nothing is recorded and nothing is told until TalksBot is started again";
    private const string StuckHeading = "Nothing is recorded and nothing is told until this is mended";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>So long rounds and turns may fail before anybody looks why: locks and hiccups pass.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private string? _stuckFor;
    private bool _isTold;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (await GoneAsync(stoppingToken) is { } sentence)
            {
                Gone(sentence);
                await TellAsync(GoneHeading, sentence, stoppingToken);
                return;
            }

            await LookAsync(stoppingToken);
        }
    }

    /// <summary>A machine that slept finds everything late when it wakes: what is told of was found twice.</summary>
    private async Task LookAsync(CancellationToken token)
    {
        var before = _stuckFor;
        _stuckFor = pulse.Agenda < Patience && pulse.Outbox < Patience ? null : await WhyStuckAsync(token);
        if (_stuckFor is null && _isTold)
        {
            _isTold = false;
            Mended();
        }
        else if (_stuckFor is not null && before is not null && !_isTold)
        {
            _isTold = true;
            await TellAsync(StuckHeading, $"{_stuckFor} What falls due meanwhile is told late, and said to be.", token);
        }
    }

    private async Task<string?> WhyStuckAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var asked = await scope.ServiceProvider.GetRequiredService<ReadyQuery>().AskAsync(clock.GetCurrentInstant(), token);
        return asked.IsReady ? null : asked.Why;
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

    private async Task TellAsync(string heading, string sentence, CancellationToken token)
    {
        foreach (var channel in await alarm.TellAsync(_ => true, clock.GetCurrentInstant(), heading, sentence, token))
        {
            NotTold($"{channel}", heading, sentence);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Sentence}")]
    private partial void Gone(string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel} could not be told of the trouble with the database; this log alone says so: {Heading}. {Sentence}")]
    private partial void NotTold(string channel, string heading, string sentence);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database takes changes again; what waited is told now")]
    private partial void Mended();
}
