using Microsoft.Extensions.Hosting;

namespace TalksBot.Hosting;

/// <summary>
/// Gives back to the machine, once the program has come to rest, what starting it took: the models of the database and of the commands are
/// built once, and the runtime and the C library would keep the room that this needed for as long as it runs.
/// </summary>
internal sealed class SettleMemory(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Rest, time, stoppingToken);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        NativeHeap.Trim();
    }
}
