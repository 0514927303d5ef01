using Quartz;
using TalksBot.Core.Agenda;

namespace TalksBot.Features.Agenda;

/// <summary>Wakes for flashes that expire.</summary>
[DisallowConcurrentExecution]
internal sealed class ApprovalJob(ClaimRounds rounds) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await rounds.RunAsync(MomentKind.Approval, cancellationToken);
}
