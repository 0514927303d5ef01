using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Settings;
using TalksBot.Web;
using TalksBot.Web.Hosting;

namespace TalksBot.Benchmarks;

/// <summary>How long other programs wait for the API over HTTP beside 5,000 talks, of which one has many updates.</summary>
internal static class ApiBenchmark
{
    private const int Rounds = 200;
    private const int Warm = 20;
    private const int Updates = 1_000;
    private const int MostMilliseconds = 50;

    /// <summary>What a start looks at among 5,000 talks is looked at by then.</summary>
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(10);

    /// <summary>What one update causes is sent before the next comes: no wire reports twenty a second.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private static readonly Caller Desk = new("bench", Role.Chief, new ChannelAddress("terminal", "", "desk")) { HasAgreed = true };

    /// <summary>Measures each read, and what changes the record.</summary>
    public static async Task<bool> RunAsync()
    {
        using var database = new BenchDatabase();
        using var host = await database.BuildAsync(builder =>
        {
            builder.Configuration.AddInMemoryCollection([new($"{WebOptions.Section}:Urls", "http://127.0.0.1:0")]);
            builder.Services.AddWeb(WebPace.Usual);
        });
        await GrowthBenchmark.SeedAsync(host.Services, Updates);
        await host.StartAsync();
        await Task.Delay(Start);
        var root = new Uri(await host.Services.GetRequiredService<IWebAddress>().Listening);
        var desk = host.Services.GetRequiredService<ICommandDesk>();
        using var http = new HttpClient { BaseAddress = root };
        var kept = true;
        foreach (var (name, request) in Requests(host.Services.GetRequiredService<IClock>().GetCurrentInstant()))
        {
            // Each token may ask so often a minute.
            var said = PostText.Write((await desk.RunAsync("api add role:editor", Desk, CancellationToken.None)).Body);
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", said.Split("The token: ")[1][..32]);
            var took = new List<double>();
            for (var i = 0; i < Rounds + Warm; i++)
            {
                using var asked = request(i);
                took.Add(await AskAsync(http, asked));
                await Task.Delay(asked.Method == HttpMethod.Post ? Between : TimeSpan.Zero);
            }

            var measured = took.Skip(Warm).ToList();
            kept &= Report.Print(
                string.Create(CultureInfo.InvariantCulture, $"API: {name}, p99 (p50 {Report.Percentile(measured, 0.5):0.0} ms)"), Report.Percentile(measured, 0.99), MostMilliseconds, "ms");
        }

        await host.StopAsync();
        return kept;
    }

    private static IEnumerable<(string Name, Func<int, HttpRequestMessage> Request)> Requests(Instant now) =>
    [
        ("50 of 5,000 talks", _ => Get("/api/v1/negotiations")),
        ("one negotiation", i => Get($"/api/v1/negotiations/round-{i}")),
        ("deadlines", _ => Get($"{GrowthBenchmark.Talks}/deadlines")),
        ("50 updates", _ => Get($"{GrowthBenchmark.Talks}/updates")),
        ("one update", i => Get($"{GrowthBenchmark.Talks}/updates/{i + 1}")),
        ("changes since four hours ago", _ => Get($"/api/v1/since?from={TimeWording.Iso(now - Duration.FromHours(4))}")),
        ("receipts", _ => Get("/api/v1/receipts")),
        ("adding an update", i => Add(i, "yes")),
        ("the preview of one", i => Add(i, confirm: null)),
    ];

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Add(int number, string? confirm)
    {
        var body = $$"""{"text":"They meet again, it is said, for the {{number}}th time","source":"a US official","tier":"official"{{(confirm is null ? "" : $",\"confirm\":\"{confirm}\"")}}}""";
        return new HttpRequestMessage(HttpMethod.Post, $"{GrowthBenchmark.Talks}/updates") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }

    private static async Task<double> AskAsync(HttpClient http, HttpRequestMessage request)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return answer.IsSuccessStatusCode ? took : throw new InvalidOperationException($"{request.RequestUri} was answered with {answer.StatusCode}: {text}");
    }
}
