using Quartz;
using TalksBot.Core.Agenda;

namespace TalksBot.Features.Agenda;

/// <summary>Wakes for the due moments of one kind, which its data names; two kinds run side by side, one kind never beside itself.</summary>
[DisallowConcurrentExecution]
internal sealed class AgendaJob(AgendaRounds rounds) : IJob
{
    private const string KindKey = "kind";

    /// <summary>The data of a kind's job.</summary>
    public static JobDataMap DataOf(MomentKind kind) => new() { [KindKey] = kind.ToString() };

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await rounds.RunAsync(Enum.Parse<MomentKind>(context.MergedJobDataMap.GetString(KindKey)!), cancellationToken);
}
