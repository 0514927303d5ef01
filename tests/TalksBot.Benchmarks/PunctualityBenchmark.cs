using Microsoft.Extensions.DependencyInjection;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>How long after its due moment a rung reaches the platform, with 100,000 others waiting.</summary>
internal static class PunctualityBenchmark
{
    private const int Rungs = 1_000;
    private static readonly Duration Warning = Duration.FromHours(1);
    private static readonly Duration Ahead = Duration.FromSeconds(12);

    /// <summary>1,000 rungs over 20 seconds.</summary>
    public static async Task<bool> SpreadAsync(BenchDatabase database)
    {
        var delays = await MeasureAsync(database, "spread", Duration.FromSeconds(20));
        return Report.Print("due to platform, 1,000 rungs over 20 s, p99", Report.Percentile(delays, 0.99), limit: 50, "ms");
    }

    /// <summary>1,000 rungs at one instant.</summary>
    public static async Task<bool> BurstAsync(BenchDatabase database)
    {
        var delays = await MeasureAsync(database, "burst", Duration.Zero);
        return Report.Print("due to platform, 1,000 rungs at once, last", delays.Max(), limit: 250, "ms");
    }

    private static async Task<IReadOnlyList<double>> MeasureAsync(BenchDatabase database, string name, Duration over)
    {
        using var host = await database.BuildAsync();
        var now = host.Services.GetRequiredService<IClock>().GetCurrentInstant();
        for (var i = 0; i < Rungs / 20; i++)
        {
            var offsets = Enumerable.Range(i * 20, 20).Select(n => Ahead + Warning + (over * n / Rungs));
            await StandingDeadlines.AddAsync(host.Services, $"{name}-{i}", "1h", now, offsets);
        }

        await host.StartAsync();
        var platform = host.Services.GetRequiredService<RecordingPlatform>();
        var patience = TimeProvider.System.GetTimestamp();
        while (platform.Seen.Count < Rungs && TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(100);
        }

        await host.StopAsync();
        if (platform.Seen.Count < Rungs)
        {
            throw new InvalidOperationException($"Only {platform.Seen.Count} of {Rungs} rungs reached the platform within a minute.");
        }

        return [.. platform.Seen.Select(seen => (seen.At - seen.Post.DueAt).TotalMilliseconds)];
    }
}
