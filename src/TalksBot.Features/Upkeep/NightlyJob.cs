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
    /// <summary>When the desk forgets what is old though it makes no copies.</summary>
    private static readonly LocalTime Usual = new(3, 30);

    private Instant _forgotAt = Instant.MinValue;

    /// <summary>Does what is owed and arms the wake of the next night.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        var plan = new NightPlan(options.Value.Hour ?? Usual, desk.Value.HomeClock.Zone);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var now = clock.GetCurrentInstant();

            // What goes for ever is in a good copy first.
            if ((options.Value.Hour is null || await scope.ServiceProvider.GetRequiredService<NightlyBackup>().RunAsync(plan, now, token)) && _forgotAt < plan.LastBefore(now))
            {
                await scope.ServiceProvider.GetRequiredService<ForgetOld>().RunAsync(now, token);
                _forgotAt = now;
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The worker is stopping; what is owed is done at the next start.
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
