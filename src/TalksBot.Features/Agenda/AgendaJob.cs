using Quartz;
using TalksBot.Core.Agenda;
using TalksBot.Storage.Nodes;

namespace TalksBot.Features.Agenda;

/// <summary>Wakes for the due moments of one kind, which its data names; two kinds run side by side, one kind never beside itself.</summary>
[DisallowConcurrentExecution]
internal sealed class AgendaJob(AgendaRounds rounds, INodes nodes, Rehearsed rehearsed) : IJob
{
    private const string KindKey = "kind";

    /// <summary>The data of a kind's job.</summary>
    public static JobDataMap DataOf(MomentKind kind) => new() { [KindKey] = kind.ToString() };

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (nodes.AreShared)
        {
            await rehearsed.Done.WaitAsync(cancellationToken);
        }

        await rounds.RunAsync(Enum.Parse<MomentKind>(context.MergedJobDataMap.GetString(KindKey)!), cancellationToken);
    }
}
