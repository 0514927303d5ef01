using System.Diagnostics;
using System.Globalization;
using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>What other processes on the same database cost the worker: an import of 5,000 talks, and commands by <c>say</c> one after the other.</summary>
internal static class BesideBenchmark
{
    private const int Imported = 5_000;
    private const int Said = 20;
    private const int LatestRung = 250;
    private static readonly TimeSpan LongestImport = TimeSpan.FromSeconds(20);

    /// <summary>Measures both, and nothing beside it for comparison.</summary>
    public static async Task<bool> RunAsync()
    {
        using var database = new BenchDatabase();
        using var host = await database.BuildAsync();
        await host.StartAsync();

        // What every program compiles once is no cost of what goes on beside it.
        await RungsMeanwhile.OfAsync(host, "first", Duration.FromSeconds(6), () => Task.Delay(TimeSpan.FromSeconds(5)));
        var kept = Print("rungs with nothing beside them", await RungsMeanwhile.OfAsync(host, "alone", Duration.FromSeconds(10), () => Task.Delay(TimeSpan.FromSeconds(8))));
        kept &= Print($"rungs beside {Said} times say", await RungsMeanwhile.OfAsync(host, "say", Duration.FromSeconds(90), () => SayAsync(database.File)));
        var took = TimeSpan.Zero;
        var file = Path.ChangeExtension(database.File, ".json");
        await File.WriteAllTextAsync(file, TalksFile.Write(Enumerable.Range(0, Imported).Select(Some)));
        kept &= Print("rungs beside an import of 5,000 talks", await RungsMeanwhile.OfAsync(host, "import", Duration.FromSeconds(120), async () => took = await DoAsync(database.File, "import", file)));
        await host.StopAsync();
        return Report.Print("import of 5,000 talks beside a worker", took.TotalMilliseconds, LongestImport.TotalMilliseconds, "ms") && kept;
    }

    private static bool Print(string what, IReadOnlyList<double> late)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {late.Count}, median {Report.Percentile(late, 0.5):N0} ms, p99 {Report.Percentile(late, 0.99):N0} ms"));
        return Report.Print($"{what}, latest", late.Max(), LatestRung, "ms");
    }

    private static async Task SayAsync(string database)
    {
        await DoAsync(database, "say", "/talks open spoken \"Spoken talks\" follow:no zone:UTC", "--yes");
        for (var i = 0; i < Said; i++)
        {
            await DoAsync(database, "say", string.Create(CultureInfo.InvariantCulture, $"/talks update add spoken \"They meet for the {i}th time\" \"a US official\" tier:official"), "--yes");
        }
    }

    private static Negotiation Some(int number)
    {
        var now = Instant.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var stamp = new Stamp(now, "bench", "terminal:desk");
        var talks = new Negotiation(new TalksTerms($"taken-in-{number}", $"Round {number}", [], "Geneva", DateTimeZone.Utc, [new WallClock("", DateTimeZone.Utc)]), stamp);
        talks.AddDeadline(new DeadlineTerms("first stage", CivilTime.At(now + Duration.FromDays(30), DateTimeZone.Utc)), stamp);
        for (var i = 0; i < 4; i++)
        {
            talks.AddUpdate(new UpdateTerms($"They meet again in room {i}", "a US official", Sourcing.Official, "", Core.Posts.WirePriority.Regular, now), stamp);
        }

        return talks;
    }

    /// <returns>How long the whole process took.</returns>
    private static async Task<TimeSpan> DoAsync(string database, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(ProgramFile.Published, [.. arguments, "--database", database])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(database),
        })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? clock.Elapsed : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
