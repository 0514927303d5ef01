using Microsoft.Extensions.Hosting;

namespace TalksBot.Hosting;

/// <summary>
/// Gives back to the machine, whenever the program has come to rest, what it took before: starting, or a burst of commands, needs room that
/// the runtime and the C library would otherwise keep for as long as it runs.
/// </summary>
/// <remarks>It happens while nothing else does, and takes some tens of milliseconds.</remarks>
internal sealed class SettleMemory(TimeProvider time) : BackgroundService
{
    /// <summary>So long nothing of weight must have happened.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>More than the looks of an idle worker allocate within a rest, in bytes: starting takes many times that, some commands as much.</summary>
    private const long Beats = 4 * 1024 * 1024;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rests = new PeriodicTimer(Rest, time);
        var isSettled = false;
        var before = GC.GetTotalAllocatedBytes();
        while (await rests.WaitForNextTickAsync(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            var hasWorked = now - before > Beats;
            if (!hasWorked && !isSettled)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                NativeHeap.Trim();
            }

            isSettled = !hasWorked;
            before = now;
        }
    }
}
