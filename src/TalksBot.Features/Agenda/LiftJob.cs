using Quartz;
using TalksBot.Core.Agenda;

namespace TalksBot.Features.Agenda;

/// <summary>Wakes for embargoes that end.</summary>
[DisallowConcurrentExecution]
internal sealed class LiftJob(ClaimRounds rounds) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await rounds.RunAsync(MomentKind.Lift, cancellationToken);
}
