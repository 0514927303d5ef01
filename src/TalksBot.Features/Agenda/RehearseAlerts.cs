using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Agenda;

namespace TalksBot.Features.Agenda;

/// <summary>
/// Goes through the next alert once in the life of a process, long before one is due, and keeps nothing of it. What the runtime and the
/// database library do the first time takes them most of a second, for which the first alert would be late.
/// </summary>
internal sealed partial class RehearseAlerts(IServiceScopeFactory scopes, IClock clock, TimeProvider time, ILogger<RehearseAlerts> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(1);

    /// <summary>As long as nothing is planned it is looked again for something.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    /// <summary>What is due sooner is not gone through: the alert itself would wait for it.</summary>
    private static readonly Duration Ahead = Duration.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterStart, time, stoppingToken);
            while (!await RehearseAsync(stoppingToken))
            {
                await Task.Delay(Again, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The first alert of the next start may be gone through.
        }
    }

    /// <returns>True where it need not be done again.</returns>
    private async Task<bool> RehearseAsync(CancellationToken token)
    {
        try
        {
            return await GoThroughAsync(writes: false, token) && await GoThroughAsync(writes: true, token);
        }
#pragma warning disable CA1031 // The boundary of a rehearsal: whatever is amiss is told by the alert itself, and this is tried again.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Failed(fault);
            return false;
        }
    }

    /// <summary>First without writing, which takes most of the time and keeps nobody waiting.</summary>
    private async Task<bool> GoThroughAsync(bool writes, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var claim = scope.ServiceProvider.GetServices<IDueMomentHandler>().Single(known => known.Kind == MomentKind.Countdown);
        return await scope.ServiceProvider.GetRequiredService<AgendaProcessor>().RehearseAsync(claim, clock.GetCurrentInstant() + Ahead, writes, token);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The next alert could not be gone through; it comes all the same, if a little later")]
    private partial void Failed(Exception fault);
}
