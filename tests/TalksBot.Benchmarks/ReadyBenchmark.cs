namespace TalksBot.Benchmarks;

/// <summary>How long the worker takes from the start of its process until it is ready: the median of five starts.</summary>
internal static class ReadyBenchmark
{
    private const int Starts = 5;

    /// <summary>Measures and prints.</summary>
    public static async Task<bool> RunAsync(string what, BenchDatabase database, TimeSpan limit)
    {
        using (await WorkerProcess.StartAsync(database.File))
        {
            // The first start makes the database and warms the disk.
        }

        var starts = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            using var worker = await WorkerProcess.StartAsync(database.File);
            starts.Add(worker.ReadyAfter.TotalMilliseconds);
        }

        return Report.Print(what, Report.Percentile(starts, 0.5), limit.TotalMilliseconds, "ms");
    }
}
