using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Commands;
using TalksBot.Core.Times;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>How large the file is, and what each command costs, after a desk was used for years and forgot each night what is old.</summary>
internal static class YearsBenchmark
{
    private const int DaysOfYear = 365;
    private const int UpdatesOfLast = 200;
    private const double Megabyte = 1024 * 1024;
    private const double MostMegabytes = 200;

    /// <summary>A night's work goes in slices between which everybody else may write, so it may take a while.</summary>
    private const double MostNightMilliseconds = 5_000;

    /// <summary>Monday, 1 June 2026, seven in the morning in New York.</summary>
    private static readonly Instant Start = Instant.FromUtc(2026, 6, 1, 11, 0);

    /// <summary>Lets the years pass, a line for each, and measures.</summary>
    public static async Task<bool> RunAsync(int years)
    {
        var platform = new ForgetfulPlatform();
        await using var bot = await TestBot.StartAsync(new SimulatedClock(Start), new BotSurroundings { Others = [platform] });
        var desk = new DesksYears(bot);
        var nights = new List<double>();
        for (var day = 1; day <= years * DaysOfYear; day++)
        {
            nights.Add((await desk.PassDayAsync()).TotalMilliseconds);
            if (day % DaysOfYear == 0)
            {
                await PrintYearAsync(bot, day / DaysOfYear, desk.Opened);
            }
        }

        await OpenLastAsync(bot);
        var after = string.Create(CultureInfo.InvariantCulture, $"after {years} years");
        var kept = Report.Print($"{after}: file", FileMegabytes(bot), MostMegabytes, "MB");
        kept &= Report.Print($"{after}: forgetting at night, last year, p99", Report.Percentile(nights.TakeLast(DaysOfYear), 0.99), MostNightMilliseconds, "ms");
        return kept & await GrowthBenchmark.MeasureAsync(bot.Services.GetRequiredService<ICommandDesk>(), after, UpdatesOfLast);
    }

    /// <summary>The talks of which commands are measured: open, followed, and with many updates.</summary>
    private static async Task OpenLastAsync(TestBot bot)
    {
        await bot.DoAsync($"/talks open {GrowthBenchmark.Slug} \"Steel talks\" follow:no zone:UTC");
        await bot.DoAsync($"/talks follow add {GrowthBenchmark.Slug} channel:terminal:desk");
        await bot.DoAsync($"/talks deadline add {GrowthBenchmark.Slug} \"in 90d\" \"first stage\"");
        for (var i = 0; i < UpdatesOfLast; i++)
        {
            await bot.DoAsync($"/talks update add {GrowthBenchmark.Slug} \"They meet again tonight, it is said, in room {i}\" \"a US official\" tier:official");
        }

        await bot.SettleAsync();
    }

    private static async Task PrintYearAsync(TestBot bot, int year, int talks)
    {
        var rows = await bot.ReadAsync(async db => (
            Acts: await db.Acts.CountAsync(),
            Changes: await db.Changes.CountAsync(),
            Deliveries: await db.Deliveries.CountAsync(),
            Moments: await db.Moments.CountAsync()));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  year {year,2}: {talks,5:N0} talks, {rows.Acts,6:N0} commands, {rows.Changes,7:N0} changes, {rows.Deliveries,7:N0} deliveries, {rows.Moments,6:N0} moments; file {FileMegabytes(bot),5:N1} MB, heap {GC.GetTotalMemory(forceFullCollection: true) / Megabyte,4:N0} MB"));
    }

    private static double FileMegabytes(TestBot bot) => new[] { bot.File, $"{bot.File}-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length) / Megabyte;
}
