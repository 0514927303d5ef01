using Quartz;
using TalksBot.Core.Agenda;

namespace TalksBot.Features.Transactions;

/// <summary>Arms the Quartz trigger that wakes the job of a kind at its next due moment.</summary>
internal sealed class WakeScheduler(ISchedulerFactory schedulers, TimeProvider time)
{
    /// <summary>The group of the jobs and of their triggers.</summary>
    public const string Group = "agenda";

    /// <summary>The key of a kind's job.</summary>
    public static JobKey JobOf(MomentKind kind) => new(kind.ToString(), Group);

    /// <summary>Makes sure that the kind's job runs at that moment or earlier.</summary>
    public async Task NoLaterThanAsync(MomentKind kind, Instant due, CancellationToken token)
    {
        var scheduler = await schedulers.GetScheduler(token);
        var trigger = TriggerBuilder.Create(time)
            .WithIdentity($"{kind}-wake", Group)
            .ForJob(JobOf(kind))
            .StartAt(due.ToDateTimeOffset())
            .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.KeepEarlier, token);
    }
}
