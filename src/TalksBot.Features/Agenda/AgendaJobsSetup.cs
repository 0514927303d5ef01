using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TalksBot.Core.Agenda;
using TalksBot.Features.Pace;

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
            quartz.UseDefaultThreadPool(Enum.GetValues<MomentKind>().Length);
            AddJob<CountdownJob>(quartz, MomentKind.Countdown, time, heartbeats);
            AddJob<SessionJob>(quartz, MomentKind.Session, time, heartbeats);
            AddJob<SilenceJob>(quartz, MomentKind.Silence, time, heartbeats);
            AddJob<DigestJob>(quartz, MomentKind.Digest, time, heartbeats);
            AddJob<NudgeJob>(quartz, MomentKind.Nudge, time, heartbeats);
            AddJob<LiftJob>(quartz, MomentKind.Lift, time, heartbeats);
            AddJob<ApprovalJob>(quartz, MomentKind.Approval, time, heartbeats);
            AddJob<QuietEndJob>(quartz, MomentKind.QuietEnd, time, heartbeats);
            AddJob<EscalationJob>(quartz, MomentKind.Escalation, time, heartbeats);
            AddJob<PreflightJob>(quartz, MomentKind.Preflight, time, heartbeats);
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    private static void AddJob<TJob>(IQuartzBuilder quartz, MomentKind kind, TimeProvider time, Heartbeats heartbeats)
        where TJob : class, IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(Wakes.JobOf(kind)).StoreDurably());
        quartz.AddTrigger(trigger => trigger
            .WithIdentity($"{kind}-heartbeat", Wakes.Group)
            .ForJob(Wakes.JobOf(kind))
            .StartAt(time.GetUtcNow())
            .WithSimpleSchedule(schedule => schedule.WithInterval(heartbeats.Agenda.ToTimeSpan()).RepeatForever()));
    }
}
