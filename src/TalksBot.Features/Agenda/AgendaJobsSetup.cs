using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TalksBot.Core.Agenda;
using TalksBot.Features.Transactions;

namespace TalksBot.Features.Agenda;

/// <summary>Wires Quartz: one job a kind of moment, each with a heartbeat; the wakes are armed as moments are planned.</summary>
internal static class AgendaJobsSetup
{
    // A simulated day passes in seconds, so no trigger may ever count as misfired: the claim alone decides what is late.
    private static readonly TimeSpan NeverMisfired = TimeSpan.FromDays(3650);

    public static void AddAgendaJobs(this IServiceCollection services, TimeProvider time, Heartbeats heartbeats)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(time);
            quartz.UseInMemoryStore(store => store.MisfireThreshold = NeverMisfired);
            // One more: who reads a feed from a slow host keeps no alert waiting.
            quartz.UseDefaultThreadPool(Enum.GetValues<MomentKind>().Length + 1);
            foreach (var kind in Enum.GetValues<MomentKind>())
            {
                AddJob(quartz, kind, time, heartbeats);
            }
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    private static void AddJob(IQuartzBuilder quartz, MomentKind kind, TimeProvider time, Heartbeats heartbeats)
    {
        quartz.AddJob<AgendaJob>(job => job.WithIdentity(WakeScheduler.JobOf(kind)).UsingJobData(AgendaJob.DataOf(kind)).StoreDurably());
        quartz.AddTrigger(trigger => trigger
            .WithIdentity($"{kind}-heartbeat", WakeScheduler.Group)
            .ForJob(WakeScheduler.JobOf(kind))
            .StartAt(time.GetUtcNow())
            .WithSimpleSchedule(schedule => schedule.WithInterval(heartbeats.Agenda.ToTimeSpan()).RepeatForever()));
    }
}
