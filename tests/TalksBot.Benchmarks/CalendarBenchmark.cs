using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Settings;
using TalksBot.Storage;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>
/// How long the published program takes over HTTP for a calendar of 1,000 events after each change of the record, and for whoever has it already.
/// </summary>
internal static class CalendarBenchmark
{
    private const int Talks = 50;
    private const int EventsOfEach = 20;
    private const int Rounds = 100;
    private const int Warm = 5;

    /// <summary>Programs ask far more often than something changes: so often each, once nothing does.</summary>
    private const int AsksAgain = 10;

    private static readonly string[] Zones = ["Europe/Zurich", "America/New_York", "Asia/Tokyo", "Europe/London", "Australia/Lord_Howe"];

    private static readonly Caller Desk = new("bench", Role.Chief, new ChannelAddress("terminal", "", "desk")) { HasAgreed = true };

    /// <summary>Measures both.</summary>
    public static async Task<bool> RunAsync()
    {
        using var database = new BenchDatabase();
        using var host = await database.BuildAsync();
        await SeedAsync(host.Services);
        var root = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Find()}");
        using var worker = await WorkerProcess.StartAsync(database.File, new Dictionary<string, string?> { [$"{WebOptions.Section}:Urls".Replace(":", "__", StringComparison.Ordinal)] = root });
        var desk = host.Services.GetRequiredService<ICommandDesk>();
        using var http = new HttpClient();
        var (whole, unchanged, addresses) = (new List<double>(), new List<double>(), new List<Uri>());
        for (var i = 0; i < Rounds + Warm; i++)
        {
            // Each token may ask so often a minute.
            var said = PostText.Write((await desk.RunAsync("calendar add", Desk, CancellationToken.None)).Body);
            var address = new Uri(new Uri(root), $"/calendar/{said.Split("/calendar/")[1].Split('\n')[0]}");
            await desk.RunAsync($"deadline move talks-{i % Talks} D1 +1m", Desk, CancellationToken.None);
            whole.Add((await AskAsync(http, address, tag: "", HttpStatusCode.OK)).Took);
            addresses.Add(address);
        }

        var (_, tag) = await AskAsync(http, addresses[^1], tag: "", HttpStatusCode.OK);
        foreach (var address in Enumerable.Repeat(addresses, AsksAgain).SelectMany(all => all))
        {
            unchanged.Add((await AskAsync(http, address, tag, HttpStatusCode.NotModified)).Took);
        }

        return Report.Print(Say("a calendar of 1,000 events", whole), Report.Percentile(whole.Skip(Warm), 0.99), limit: 50, "ms")
            & Report.Print(Say("a calendar that has not changed (304)", unchanged), Report.Percentile(unchanged.Skip(Warm), 0.99), limit: 5, "ms");
    }

    private static string Say(string what, IEnumerable<double> took) => string.Create(CultureInfo.InvariantCulture, $"{what}, p99 (p50 {Report.Percentile(took.Skip(Warm), 0.5):0.0} ms)");

    private static async Task<(double Took, string Tag)> AskAsync(HttpClient http, Uri address, string tag, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return answer.StatusCode == expected ? (took, answer.Headers.ETag!.ToString()) : throw new InvalidOperationException($"The calendar was answered with {answer.StatusCode}.");
    }

    private static async Task SeedAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        var stamp = new Stamp(now, "seed", "terminal:desk");
        for (var i = 0; i < Talks; i++)
        {
            var zone = DateTimeZoneProviders.Tzdb[Zones[i % Zones.Length]];
            var talks = new Negotiation(new TalksTerms($"talks-{i}", $"Steel and aluminium talks {i}", [], "Geneva", zone, [new WallClock("", zone), new WallClock("", DateTimeZone.Utc)]), stamp);
            for (var e = 0; e < EventsOfEach / 2; e++)
            {
                var at = CivilTime.At(now + Duration.FromDays(1 + i + e), zone);
                talks.AddDeadline(new DeadlineTerms($"Stage {e} of the safeguard quota, as notified", at, Consequence: "The quota lapses and duties of 25% apply"), stamp);
                talks.AddSession(new SessionTerms(at, at.Plus(Duration.FromHours(2)), "Palais des Nations", "the ministers"), stamp);
            }

            db.AllNegotiations.Add(talks);
        }

        await db.SaveChangesAsync();
    }
}
