using System.Diagnostics;
using System.Globalization;
using TalksBot.Discord;
using TalksBot.Simulators.Discord;
using TalksBot.Simulators.Slack;
using TalksBot.Slack;

namespace TalksBot.Benchmarks;

/// <summary>The same work by public libraries, beside ours, in one run on one machine: what counts is the ratio.</summary>
internal static class LibrariesBenchmark
{
    private const double Megabyte = 1024 * 1024;
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(30);

    /// <summary>Measures all of it; true where our own promises were kept.</summary>
    public static async Task<bool> RunAsync()
    {
        await NodeProgram.InstallAsync();
        var ours = await DiscordBurstBenchmark.RunAsync();
        var theirs = await DiscordBurstBenchmark.OfLibraryAsync();
        Ratio("1,000 posts to Discord, beside discord.js", ours.Took.TotalSeconds, theirs.Took.TotalSeconds, "s");
        var kept = ours.Kept;
        ours = await SlackBurstBenchmark.RunAsync();
        theirs = await SlackBurstBenchmark.OfLibraryAsync();
        Ratio("600 posts to Slack, beside @slack/web-api", ours.Took.TotalSeconds, theirs.Took.TotalSeconds, "s");
        await BesideDiscordJsAsync();
        await BesideBoltAsync();
        return kept && ours.Kept;
    }

    private static async Task BesideDiscordJsAsync()
    {
        await using var discord = await DiscordSimulator.StartAsync(CancellationToken.None);
        var guild = discord.AddGuild("newsroom");
        discord.AddChannel(guild, "desk");
        var section = $"{DiscordOptions.Section}:main".Replace(":", "__", StringComparison.Ordinal);
        using var database = new BenchDatabase();
        var ours = await OursAsync(
            database, new Dictionary<string, string?> { [$"{section}__Token"] = discord.Token, [$"{section}__ApiUrl"] = $"{discord.ApiUrl}", [$"{section}__GuildIds__0"] = $"{guild}" }, () => discord.HasSession);
        var theirs = await TheirsAsync("discord-idle.js", new Dictionary<string, string> { ["API"] = $"{discord.ApiUrl}", ["TOKEN"] = discord.Token });
        Print("discord.js", ours, theirs);
    }

    private static async Task BesideBoltAsync()
    {
        await using var slack = await SlackSimulator.StartAsync(CancellationToken.None);
        slack.AddChannel("desk");
        var section = $"{SlackOptions.Section}:main".Replace(":", "__", StringComparison.Ordinal);
        using var database = new BenchDatabase();
        var ours = await OursAsync(
            database, new Dictionary<string, string?> { [$"{section}__BotToken"] = slack.BotToken, [$"{section}__AppToken"] = slack.AppToken, [$"{section}__ApiUrl"] = $"{slack.ApiUrl}" }, () => slack.Connections > 0);
        var theirs = await TheirsAsync("slack-idle.js", new Dictionary<string, string> { ["API"] = $"{slack.ApiUrl}", ["TOKEN"] = slack.BotToken, ["APP_TOKEN"] = slack.AppToken });
        Print("Bolt", ours, theirs);
    }

    private static async Task<(TimeSpan Start, double Memory)> OursAsync(BenchDatabase database, IReadOnlyDictionary<string, string?> settings, Func<bool> isConnected)
    {
        var clock = Stopwatch.StartNew();
        using var worker = await WorkerProcess.StartAsync(database.File, settings);
        while (!isConnected())
        {
            await Task.Delay(5);
        }

        var started = clock.Elapsed;
        await Task.Delay(SettleTime);
        return (started, worker.ResidentBytes / Megabyte);
    }

    private static async Task<(TimeSpan Start, double Memory)> TheirsAsync(string file, IReadOnlyDictionary<string, string> settings)
    {
        var clock = Stopwatch.StartNew();
        using var bot = NodeProgram.Start(file, settings);
        await bot.ReadyAsync();
        var started = clock.Elapsed;
        await Task.Delay(SettleTime);
        return (started, bot.ResidentBytes / Megabyte);
    }

    private static void Print(string library, (TimeSpan Start, double Memory) ours, (TimeSpan Start, double Memory) theirs)
    {
        Ratio($"start until connected, beside {library}", ours.Start.TotalSeconds, theirs.Start.TotalSeconds, "s");
        Ratio($"idle memory, beside {library}", ours.Memory, theirs.Memory, "MB");
    }

    private static void Ratio(string what, double ours, double theirs, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-44} {ours,9:N2} {unit,-3} to {theirs:N2} {unit}: ratio {ours / theirs:F2}"));
}

/// <summary>A burst of posts as it went.</summary>
/// <param name="Kept">What is promised of it was kept.</param>
/// <param name="Took">From the first post to the last.</param>
internal readonly record struct Burst(bool Kept, TimeSpan Took);
