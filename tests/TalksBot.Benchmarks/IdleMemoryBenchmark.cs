namespace TalksBot.Benchmarks;

/// <summary>How much memory the worker holds when nothing is due.</summary>
internal static class IdleMemoryBenchmark
{
    private const double Megabyte = 1024 * 1024;
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(15);

    /// <summary>Measures and prints.</summary>
    public static async Task<bool> RunAsync(BenchDatabase database)
    {
        using var worker = await WorkerProcess.StartAsync(database.File);
        await Task.Delay(SettleTime);
        return Report.Print("idle memory, 100,000 rungs planned", worker.ResidentBytes / Megabyte, limit: 150, "MB");
    }
}
