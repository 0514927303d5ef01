using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Quartz;
using TalksBot.Core.Keeping;
using TalksBot.Features.Settings;
using TalksBot.Storage.Backups;

namespace TalksBot.Features.Upkeep;

/// <summary>Wakes at the desk's hour of the night, and each hour for what a night still owes.</summary>
[DisallowConcurrentExecution]
internal sealed class NightlyJob(NightlyRounds rounds) : IJob
{
    /// <summary>Its key.</summary>
    public static readonly JobKey Key = new("nightly", "upkeep");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await rounds.RunAsync(cancellationToken);
}

/// <summary>What the nightly job does. A bug in it stands in the log of Quartz, and the next hour tries again.</summary>
internal sealed class NightlyRounds(IServiceScopeFactory scopes, ISchedulerFactory schedulers, TimeProvider time, IClock clock, IOptions<BackupOptions> options, IOptions<DeskOptions> desk)
{
    /// <summary>Does what is owed and arms the wake of the next night, whatever came of it.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        if (options.Value.Hour is not { } hour)
        {
            return;
        }

        var plan = new NightPlan(hour, desk.Value.HomeClock.Zone);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<NightlyBackup>().RunAsync(plan, clock.GetCurrentInstant(), token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The worker is stopping; the copy is owed at the next start.
        }

        if (!token.IsCancellationRequested)
        {
            await ArmAsync(plan.NextAfter(clock.GetCurrentInstant()), token);
        }
    }

    /// <summary>Each night has a trigger of its own: one that is just firing cannot be armed again.</summary>
    private async Task ArmAsync(Instant night, CancellationToken token)
    {
        var scheduler = await schedulers.GetScheduler(token);
        var trigger = TriggerBuilder.Create(time).WithIdentity($"night-{night.ToUnixTimeTicks()}", NightlyJob.Key.Group).ForJob(NightlyJob.Key).StartAt(night.ToDateTimeOffset()).Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.KeepEarlier, token);
    }
}
