using Quartz;
using TalksBot.Core.Agenda;

namespace TalksBot.Features.Agenda;

/// <summary>Wakes for outcomes that nobody has recorded.</summary>
[DisallowConcurrentExecution]
internal sealed class NudgeJob(ClaimRounds rounds) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await rounds.RunAsync(MomentKind.Nudge, cancellationToken);
}
