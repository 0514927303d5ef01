using Quartz;
using TalksBot.Core.Agenda;

namespace TalksBot.Features.Agenda;

/// <summary>Wakes for countdown rungs and deadlines.</summary>
[DisallowConcurrentExecution]
internal sealed class CountdownJob(ClaimRounds rounds) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await rounds.RunAsync(MomentKind.Countdown, cancellationToken);
}
