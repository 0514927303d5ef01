using TalksBot.Discord;
using TalksBot.Simulators.Discord;

namespace TalksBot.Benchmarks;

/// <summary>How much memory the worker holds when nothing is due.</summary>
internal static class IdleMemoryBenchmark
{
    private const double Megabyte = 1024 * 1024;
    private const double Most = 110;
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(30);

    /// <summary>Measures alone on the terminal and connected to Discord, and prints.</summary>
    public static async Task<bool> RunAsync(BenchDatabase database)
    {
        var kept = await MeasureAsync("idle memory on the terminal", database, new Dictionary<string, string?>(), isReady: () => true);
        await using var discord = await DiscordSimulator.StartAsync(CancellationToken.None);
        var guild = discord.AddGuild("Newsroom");
        for (var i = 0; i < 50; i++)
        {
            discord.AddChannel(guild, $"desk-{i}");
        }

        var section = $"{DiscordOptions.Section}:main".Replace(":", "__", StringComparison.Ordinal);
        kept &= await MeasureAsync("idle memory connected to Discord", database, new Dictionary<string, string?>
        {
            [$"{section}__Token"] = discord.Token,
            [$"{section}__ApiUrl"] = $"{discord.ApiUrl}",
            [$"{section}__GuildIds__0"] = $"{guild}",
        }, isReady: () => discord.HasSession);
        return kept;
    }

    private static async Task<bool> MeasureAsync(string what, BenchDatabase database, IReadOnlyDictionary<string, string?> settings, Func<bool> isReady)
    {
        using var worker = await WorkerProcess.StartAsync(database.File, settings);
        await Task.Delay(SettleTime);
        if (!isReady())
        {
            throw new InvalidOperationException("The worker did not connect.");
        }

        return Report.Print(what, worker.ResidentBytes / Megabyte, Most, "MB");
    }
}
