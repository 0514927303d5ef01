using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Commands;
using TalksBot.Core.Times;
using TalksBot.Features.Upkeep;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>How large the file is, and what each command costs, after a desk was used for years and forgot what is old.</summary>
internal static class YearsBenchmark
{
    private const int DaysOfWeek = 7;
    private const int WeeksOfYear = 52;
    private const int UpdatesOfLast = 200;
    private const double Megabyte = 1024 * 1024;
    private const double MostMegabytes = 200;

    /// <summary>Monday, 1 June 2026, seven in the morning in New York.</summary>
    private static readonly Instant Start = Instant.FromUtc(2026, 6, 1, 11, 0);

    /// <summary>Lets the years pass, a line for each, and measures.</summary>
    public static async Task<bool> RunAsync(int years)
    {
        var bot = await TestBot.StartAsync(new SimulatedClock(Start), new BotSurroundings { Others = [new ForgetfulPlatform()] });
        await new WeeksTalks(bot).PassAsync();
        var now = bot.Clock.GetCurrentInstant();
        var forget = ActivatorUtilities.CreateInstance<ForgetOld>(bot.Services, TimeProvider.System);
        await using (var week = await RepeatedWeek.OfAsync(bot.File))
        {
            for (var weeks = 1; weeks < years * WeeksOfYear; weeks++)
            {
                await week.AddAsync(weeks);
                var began = Stopwatch.GetTimestamp();
                await forget.RunAsync(now + Duration.FromDays(DaysOfWeek * weeks), CancellationToken.None);
                if ((weeks + 1) % WeeksOfYear == 0)
                {
                    await PrintYearAsync(bot, (weeks + 1) / WeeksOfYear, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
            }
        }

        bot = await bot.RestartAsync(Duration.FromDays(DaysOfWeek * years * WeeksOfYear));
        await OpenLastAsync(bot);
        var after = string.Create(CultureInfo.InvariantCulture, $"after {years} years");
        var kept = Report.Print($"{after}: file", FileMegabytes(bot), MostMegabytes, "MB");
        kept &= await GrowthBenchmark.MeasureAsync(bot.Services.GetRequiredService<ICommandDesk>(), after, UpdatesOfLast);
        await bot.DisposeAsync();
        return kept;
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

    private static async Task PrintYearAsync(TestBot bot, int year, double forgetting)
    {
        var rows = await bot.ReadAsync(async db => (
            Talks: await db.Negotiations.CountAsync(),
            Acts: await db.Acts.CountAsync(),
            Changes: await db.Changes.CountAsync(),
            Deliveries: await db.Deliveries.CountAsync(),
            Moments: await db.Moments.CountAsync()));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  year {year,2}: {rows.Talks,5:N0} talks, {rows.Acts,6:N0} commands, {rows.Changes,6:N0} changes, {rows.Deliveries,6:N0} deliveries, {rows.Moments,6:N0} moments; file {FileMegabytes(bot),5:N1} MB; a week forgotten in {forgetting,5:N0} ms"));
    }

    private static double FileMegabytes(TestBot bot) => new[] { bot.File, $"{bot.File}-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length) / Megabyte;
}
