using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using TalksBot.Core.Digests;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Digests;

/// <summary>Wakes when somebody outside chat gets a digest, and now and then for what was missed.</summary>
[DisallowConcurrentExecution]
internal sealed class SubscribedDigestsJob(SubscribedDigestsRounds rounds) : IJob
{
    /// <summary>Its key.</summary>
    public static readonly JobKey Key = new("subscribed", "digests");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await rounds.RunAsync(cancellationToken);
}

/// <summary>Queues what is due, one subscription after the other, and arms the wake of the next. A bug stands in the log of Quartz, and the next look tries again.</summary>
internal sealed partial class SubscribedDigestsRounds(
    IEnumerable<DigestSubscription> subscriptions, IServiceScopeFactory scopes, ISchedulerFactory schedulers, TimeProvider time, IClock clock, ILogger<SubscribedDigestsRounds> log)
{
    /// <summary>Does it.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        var next = Instant.MaxValue;
        foreach (var subscription in subscriptions)
        {
            next = Instant.Min(next, await RunAsync(subscription, token));
        }

        if (next < Instant.MaxValue && !token.IsCancellationRequested)
        {
            await ArmAsync(next, token);
        }
    }

    private async Task<Instant> RunAsync(DigestSubscription subscription, CancellationToken token)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SubscribedDigests>().RunAsync(subscription, clock.GetCurrentInstant(), token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The worker is stopping; what is due is queued at the next start.
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            HeldUp(sentence);
        }

        return Instant.MaxValue;
    }

    /// <summary>Each moment has a trigger of its own: one that is just firing cannot be armed again.</summary>
    private async Task ArmAsync(Instant next, CancellationToken token)
    {
        var scheduler = await schedulers.GetScheduler(token);
        var trigger = TriggerBuilder.Create(time).WithIdentity($"digest-{next.ToUnixTimeTicks()}", SubscribedDigestsJob.Key.Group).ForJob(SubscribedDigestsJob.Key).StartAt(next.ToDateTimeOffset()).Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.KeepEarlier, token);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Digests for people outside chat wait, and are tried again in a few minutes: {Sentence}")]
    private partial void HeldUp(string sentence);
}

/// <summary>Wires the digests of people outside chat.</summary>
public static class SubscribedDigestsSetup
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);

    /// <summary>Adds them to a worker, where anybody has subscribed.</summary>
    /// <param name="services">The services, with those of the worker and every <see cref="DigestSubscription"/>.</param>
    /// <param name="time">The clock of Quartz.</param>
    public static IServiceCollection AddSubscribedDigests(this IServiceCollection services, TimeProvider time)
    {
        if (services.All(service => service.ServiceType != typeof(DigestSubscription)))
        {
            return services;
        }

        services.AddScoped<SubscribedDigests>();
        services.AddSingleton<SubscribedDigestsRounds>();
        services.AddQuartz(quartz =>
        {
            quartz.AddJob<SubscribedDigestsJob>(job => job.WithIdentity(SubscribedDigestsJob.Key).StoreDurably());
            quartz.AddTrigger(trigger => trigger.WithIdentity("subscribed-heartbeat", SubscribedDigestsJob.Key.Group).ForJob(SubscribedDigestsJob.Key).StartAt(time.GetUtcNow())
                .WithSimpleSchedule(schedule => schedule.WithInterval(LookEvery).RepeatForever()));
        });
        return services;
    }
}
