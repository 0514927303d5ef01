using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TalksBot.Features.Pipeline;
using TalksBot.Storage;
using TalksBot.Storage.Writing;

namespace TalksBot.Features.Upkeep;

/// <summary>Wires what keeps the desk going for years.</summary>
public static class UpkeepSetup
{
    /// <summary>After a start the desk comes to rest first.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LookEvery = TimeSpan.FromHours(1);

    /// <summary>The nightly work of a worker.</summary>
    /// <param name="services">The services, with those of the worker.</param>
    /// <param name="time">The clock of Quartz.</param>
    public static IServiceCollection AddUpkeep(this IServiceCollection services, TimeProvider time)
    {
        services.AddSingleton<NightlyRounds>();
        services.AddScoped<NightlyBackup>();
        services.AddScoped<BackupAlarms>();
        services.AddSingleton<ForgetOld>();
        services.AddQuartz(quartz =>
        {
            quartz.AddJob<NightlyJob>(job => job.WithIdentity(NightlyJob.Key).StoreDurably());
            quartz.AddTrigger(trigger => trigger.WithIdentity("nightly-heartbeat", NightlyJob.Key.Group).ForJob(NightlyJob.Key).StartAt(time.GetUtcNow() + FirstLook)
                .WithSimpleSchedule(schedule => schedule.WithInterval(LookEvery).RepeatForever()));
        });
        return services;
    }

    /// <summary>Measures the desk's health now and then, for a worker whose telemetry is collected.</summary>
    /// <param name="services">The services, with those of the worker.</param>
    public static IServiceCollection AddHealthReports(this IServiceCollection services) => services.AddHostedService<ReportHealth>();

    /// <summary>What a single command needs of it.</summary>
    internal static void AddBackups(this IServiceCollection services)
    {
        services.AddScoped<BackupLog>();
        services.AddScoped<MakeBackup>();
        services.AddScoped<DeskHealth>();
        services.AddScoped<CheckUpkeep>();
        services.AddScoped(provider => new ReadyQuery(provider.GetRequiredService<TalksDb>(), provider.GetRequiredService<WriteLock>(), provider.GetRequiredService<DeskHealth>()));
        services.AddCommand<ShowHealth>();
    }
}
