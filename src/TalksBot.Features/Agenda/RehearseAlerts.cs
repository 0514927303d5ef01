using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Agenda;
using TalksBot.Storage;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Agenda;

/// <summary>
/// Goes through an alert once in the life of a process, before one is due, and keeps nothing of it. What the runtime and the database library
/// do the first time takes them most of a second, for which the first alert would be late. It also takes 25 MB, which a desk that plans nothing is
/// spared.
/// </summary>
internal sealed partial class RehearseAlerts(IServiceScopeFactory scopes, INodes nodes, Rehearsed rehearsed, IClock clock, TimeProvider time, ILogger<RehearseAlerts> log)
    : BackgroundService
{
    /// <summary>Until then a start has other things to do.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMilliseconds(300);

    /// <summary>As long as nothing is planned it is looked again for something.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterStart, time, stoppingToken);
            while (!nodes.AreShared && !await IsAnythingPlannedAsync(stoppingToken))
            {
                await Task.Delay(Again, time, stoppingToken);
            }

            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ScratchDatabase>().UseAsync(stoppingToken);
            await scope.ServiceProvider.GetRequiredService<AlertRehearsal>().RunAsync(clock.GetCurrentInstant(), stoppingToken);
        }
#pragma warning disable CA1031 // The boundary of a rehearsal: whatever is amiss is told by the alert itself.
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Failed(fault);
        }
        catch (OperationCanceledException)
        {
            // The next start does it.
        }
        finally
        {
            rehearsed.Finish();
        }
    }

    private async Task<bool> IsAnythingPlannedAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TalksDb>().Moments.AnyAsync(moment => moment.State == MomentState.Open, token);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "No alert could be gone through beforehand; the first comes all the same, if a little later")]
    private partial void Failed(Exception fault);
}

/// <summary>
/// Whether this node has gone through an alert. Where others share the database, it leaves what falls due to them until then: it would claim as soon as
/// they do, and be slow at it.
/// </summary>
internal sealed class Rehearsed
{
    /// <summary>For a worker that goes through nothing beforehand.</summary>
    public static readonly Rehearsed Already = MakeAlready();

    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when it has, or could not.</summary>
    public Task Done => _done.Task;

    /// <summary>It has, or could not.</summary>
    public void Finish() => _done.TrySetResult();

    private static Rehearsed MakeAlready()
    {
        var already = new Rehearsed();
        already.Finish();
        return already;
    }
}
