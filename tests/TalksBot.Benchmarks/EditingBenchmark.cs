using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Storage;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>How long correcting, killing and undoing take with many channels, previews included, and how late that makes the rungs of other talks.</summary>
internal static class EditingBenchmark
{
    private const string Talks = "steel-2026";
    private const int LongestTake = 1_000;
    private const int LatestRung = 250;
    private const int OtherTalks = 20;
    private const int RungsEach = 15;
    private static readonly Duration Ahead = Duration.FromSeconds(10);
    private static readonly Duration Between = Duration.FromMilliseconds(50);

    /// <summary>Measures with 100 and with 400 channels.</summary>
    public static async Task<bool> RunAsync()
    {
        var kept = true;
        foreach (var channels in new[] { 100, 400 })
        {
            kept &= await RunAsync(channels);
        }

        return kept;
    }

    private static async Task<bool> RunAsync(int channels)
    {
        using var database = new BenchDatabase();
        using var host = await database.BuildAsync();
        await FollowAsync(host.Services, channels);
        await host.StartAsync();
        var platform = host.Services.GetRequiredService<RecordingPlatform>();

        // A first round warms up what every program compiles once.
        for (var round = 0; round < 2; round++)
        {
            await AskAsync(host.Services, $"update add {Talks} \"The talks are over {round}\" \"a US official\" tier:official", preview: false);
        }

        await QuietAsync(platform);
        var now = host.Services.GetRequiredService<IClock>().GetCurrentInstant();
        for (var i = 0; i < OtherTalks; i++)
        {
            var offsets = Enumerable.Range(0, RungsEach).Select(n => Duration.FromHours(1) + Ahead + (Between * ((n * OtherTalks) + i)));
            await StandingDeadlines.AddAsync(host.Services, $"others-{i}", "1h", now, offsets);
        }

        await Task.Delay(Duration.Max(Duration.Zero, now + Ahead - host.Services.GetRequiredService<IClock>().GetCurrentInstant()).ToTimeSpan());
        var kept = true;
        await RoundAsync(host.Services, platform, "#1");
        var warm = host.Services.GetRequiredService<IClock>().GetCurrentInstant();
        foreach (var (what, took) in await RoundAsync(host.Services, platform, "#2"))
        {
            kept &= Report.Print(string.Create(CultureInfo.InvariantCulture, $"{what} with {channels} channels, preview included"), took, LongestTake, "ms");
        }

        await host.StopAsync();
        var rungs = platform.Seen.Where(seen => seen.Post.Cause is { Rung: not null } && seen.Post.Cause.Talks != Talks)
            .Select(seen => (IsFirst: seen.Post.DueAt < warm, Late: (seen.At - seen.Post.DueAt).TotalMilliseconds)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rungs of other talks while the program compiles what it needs for the first time: latest {rungs.Where(rung => rung.IsFirst).Max(rung => rung.Late):N0} ms"));
        var late = rungs.Where(rung => !rung.IsFirst).Select(rung => rung.Late).ToList();
        return Report.Print(string.Create(CultureInfo.InvariantCulture, $"rungs of other talks meanwhile, {late.Count}, latest"), late.Max(), LatestRung, "ms") && kept;
    }

    private static async Task<List<(string What, double Took)>> RoundAsync(IServiceProvider services, RecordingPlatform platform, string update)
    {
        var took = new List<(string What, double Took)> { ("correct", await AskAsync(services, $"update correct {Talks} {update} \"The talks go on\"", preview: true)) };
        await QuietAsync(platform);
        took.Add(("kill", await AskAsync(services, $"update kill {Talks} {update} \"not so\"", preview: true)));
        await QuietAsync(platform);
        took.Add(("undo of a kill", await AskAsync(services, "undo", preview: false)));
        await QuietAsync(platform);
        return took;
    }

    /// <returns>How long the command took, with its preview.</returns>
    private static async Task<double> AskAsync(IServiceProvider services, string line, bool preview)
    {
        var desk = services.GetRequiredService<ICommandDesk>();
        var caller = new Caller("bench", Role.Chief, new ChannelAddress("terminal", "", "desk"));
        var started = TimeProvider.System.GetTimestamp();
        foreach (var agreed in preview ? new[] { false, true } : [true])
        {
            if (await desk.RunAsync(line, caller with { HasAgreed = agreed }, CancellationToken.None) is { Refused: true } reply)
            {
                throw new InvalidOperationException($"{line} was refused: {reply.Body.Heading}");
            }
        }

        return TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Waits until nothing but the other talks' rungs has been shown for a while.</summary>
    private static async Task QuietAsync(RecordingPlatform platform)
    {
        var before = -1;
        while (Shown() is var shown && shown != before)
        {
            before = shown;
            await Task.Delay(500);
        }

        int Shown() => platform.Edits.Count + platform.Seen.Count(seen => seen.Post.Cause.Talks == Talks);
    }

    private static async Task FollowAsync(IServiceProvider services, int channels)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var stamp = new Stamp(services.GetRequiredService<IClock>().GetCurrentInstant(), "bench", "");
        var talks = new Negotiation(new TalksTerms(Talks, "Steel talks", [], "", DateTimeZone.Utc, [new WallClock("", DateTimeZone.Utc)]), stamp);
        var ladder = Ladder.TryParse("1h, 0", out var read) ? read : throw new InvalidOperationException();
        for (var i = 0; i < channels; i++)
        {
            talks.AddFollow(new ChannelAddress("terminal", "", $"channel-{i}"), new FollowSettings(new WallClock("", DateTimeZone.Utc), DigestAt: null, ladder, WirePriority.Regular, Mention: null), stamp);
        }

        db.AllNegotiations.Add(talks);
        await db.SaveChangesAsync();
    }
}
