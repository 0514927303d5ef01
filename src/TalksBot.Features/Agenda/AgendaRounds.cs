using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using TalksBot.Core.Agenda;
using TalksBot.Features.Transactions;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Writing;

namespace TalksBot.Features.Agenda;

/// <summary>What every agenda job does: claim until nothing is due, then arm the next wake. The boundary where a job's bugs stop.</summary>
internal sealed partial class AgendaRounds(IServiceScopeFactory scopes, WakeScheduler wakes, Pulse pulse, IClock clock, ILogger<AgendaRounds> log, IHostApplicationLifetime? lifetime = null)
{
    /// <summary>After a round that the database held up.</summary>
    private static readonly Duration Again = Duration.FromSeconds(2);

    /// <summary>Runs the round of one kind.</summary>
    public async Task RunAsync(MomentKind kind, CancellationToken token)
    {
        try
        {
            var isMore = false;
            do
            {
                var wasMore = isMore;
                isMore = await SecondTry.RunAsync(() => ClaimAsync(kind, wasMore, token));
            }
            while (isMore);

            pulse.Round(kind, isDone: true);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The worker is stopping; what is due stays due.
        }
        catch (SchedulerException) when (lifetime?.ApplicationStopping.IsCancellationRequested is true)
        {
            // It is, and nothing can be armed any more; the next start looks anew.
        }
#pragma warning disable CA1031 // The job boundary: a bug or a busy database must not stop the agenda; the heartbeat tries again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            AgendaInstruments.Failed(kind);
            pulse.Round(kind, isDone: false);
            await FailedAsync(fault, kind);
        }
    }

    /// <summary>Arms the wake of every kind anew, by one look at the whole agenda: another node may have planned something.</summary>
    public async Task LookAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var first = await scope.ServiceProvider.GetRequiredService<TalksDb>().Moments
            .Where(moment => moment.State == MomentState.Open)
            .GroupBy(moment => moment.Kind)
            .Select(kind => new { kind.Key, Due = kind.Min(moment => moment.Due) })
            .ToListAsync(token);
        foreach (var kind in first)
        {
            await wakes.NoLaterThanAsync(kind.Key, kind.Due, token);
        }
    }

    private async Task<bool> ClaimAsync(MomentKind kind, bool isDue, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var claim = scope.ServiceProvider.GetServices<IDueMomentHandler>().Single(known => known.Kind == kind);
        var due = scope.ServiceProvider.GetRequiredService<AgendaProcessor>();
        var now = clock.GetCurrentInstant();

        // Most looks find nothing, and take no turn at the database for that.
        var next = isDue ? now : await due.NextAsync(kind, token);
        if (next <= now)
        {
            if (await due.RunAsync(claim, now, token))
            {
                return true;
            }

            next = await due.NextAsync(kind, token);
        }

        if (next is { } known)
        {
            await wakes.NoLaterThanAsync(kind, known, token);
        }

        return false;
    }

    /// <summary>What the database does is told in a sentence, and passes sooner than the next heartbeat comes; anything else is a bug and needs its trace.</summary>
    private async Task FailedAsync(Exception fault, MomentKind kind)
    {
        if (StorageFault.Explain(fault) is not { } sentence)
        {
            RoundFailed(fault, kind);
            return;
        }

        RoundHeldUp(kind, sentence);
        try
        {
            await wakes.NoLaterThanAsync(kind, clock.GetCurrentInstant() + Again, CancellationToken.None);
        }
        catch (SchedulerException)
        {
            // The worker is stopping.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The round of {Kind} waits; what is due stays due and is tried again: {Sentence}")]
    private partial void RoundHeldUp(MomentKind kind, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The round of {Kind} failed; what is due stays due and is tried again")]
    private partial void RoundFailed(Exception fault, MomentKind kind);
}
