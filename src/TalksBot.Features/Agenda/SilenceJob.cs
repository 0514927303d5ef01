using Quartz;
using TalksBot.Core.Agenda;

namespace TalksBot.Features.Agenda;

/// <summary>Wakes for sessions that nobody has reported.</summary>
[DisallowConcurrentExecution]
internal sealed class SilenceJob(ClaimRounds rounds) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await rounds.RunAsync(MomentKind.Silence, cancellationToken);
}
