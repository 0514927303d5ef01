using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Settings;
using TalksBot.Storage;
using TalksBot.Testing.WholeBot;
using TalksBot.Web;
using TalksBot.Web.Hosting;

namespace TalksBot.Benchmarks;

/// <summary>How soon an update is on fifty walls once somebody has typed it, what it causes in channels beside it.</summary>
internal static class WallBenchmark
{
    private const string Slug = "steel-2026";
    private const int Walls = 50;
    private const int Updates = 120;
    private const int ManyWalls = 1_000;
    private const int Falling = 20;
    private const int Warm = 20;
    private const int MostMilliseconds = 300;

    /// <summary>No wire reports faster for long, and what one update causes is sent by then.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    /// <summary>All walls hang by then.</summary>
    private static readonly Duration FirstFalls = Duration.FromSeconds(30);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Caller Desk = new("bench", Role.Chief, new ChannelAddress("terminal", "", "desk")) { HasAgreed = true };

    /// <summary>Measures it, each wall and each update by itself, the time of the command included.</summary>
    public static async Task<bool> RunAsync()
    {
        using var database = new BenchDatabase();
        using var host = await database.BuildAsync(builder =>
        {
            builder.Configuration.AddInMemoryCollection([new($"{WebOptions.Section}:Urls", "http://127.0.0.1:0")]);
            builder.Services.AddWeb(WebPace.Usual);
        });
        await host.StartAsync();
        var root = new Uri(await host.Services.GetRequiredService<IWebAddress>().Listening);
        var desk = host.Services.GetRequiredService<ICommandDesk>();
        await AskAsync(desk, $"open {Slug} \"Steel and aluminium talks\" parties:\"US=United States; EU=European Union\" zone:Geneva");
        await AskAsync(desk, $"deadline add {Slug} \"in 8h\" \"Stage one of the safeguard quota\"");
        var said = await AskAsync(desk, "wall add");
        var stream = new Uri(root, $"/wall/{said.Split("/wall/")[1][..32]}/stream");

        using var over = new CancellationTokenSource();
        using var http = new HttpClient();
        var screens = Enumerable.Range(0, Walls).Select(_ => new Screen()).ToList();
        var looking = Task.WhenAll(screens.Select(screen => screen.LookAsync(http, stream, over.Token)));
        await Task.WhenAll(screens.Select(screen => screen.Open.WaitAsync(Patience)));
        var (took, commands) = (new List<double>(), new List<double>());
        for (var i = 0; i < Updates; i++)
        {
            await Task.Delay(Between);
            var seen = screens.ConvertAll(screen => screen.Await(Words(i)));
            var started = Stopwatch.GetTimestamp();
            await AskAsync(desk, $"update add {Slug} \"{Words(i)}\" \"a US official\" tier:official side:US");
            commands.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            var arrived = await Task.WhenAll(seen).WaitAsync(Patience);
            took.AddRange(i < Warm ? [] : arrived.Select(at => Stopwatch.GetElapsedTime(started, at).TotalMilliseconds));
        }

        await over.CancelAsync();
        await looking;
        await host.StopAsync();
        var what = string.Create(CultureInfo.InvariantCulture, $"{Walls} walls, p99 (p50 {Report.Percentile(took, 0.5):0} ms, command {Report.Percentile(commands.Skip(Warm), 0.5):0} ms)");
        return Report.Print(what, Report.Percentile(took, 0.99), MostMilliseconds, "ms");
    }

    /// <summary>What a thousand walls cost the published program, and whether alerts come in time beside them.</summary>
    public static async Task<bool> StreamsAsync()
    {
        using var database = new BenchDatabase();
        using var host = await database.BuildAsync();
        var desk = host.Services.GetRequiredService<ICommandDesk>();
        await AskAsync(desk, $"open {Slug} \"Steel and aluminium talks\" parties:\"US=United States; EU=European Union\" zone:Geneva");
        var said = await AskAsync(desk, "wall add");
        var start = host.Services.GetRequiredService<IClock>().GetCurrentInstant();
        await StandingDeadlines.AddAsync(host.Services, "falling", "0", start, Enumerable.Range(0, Falling).Select(n => FirstFalls + Duration.FromSeconds(n)));
        var root = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Find()}");
        using var worker = await WorkerProcess.StartAsync(database.File, new Dictionary<string, string?> { [$"{WebOptions.Section}:Urls".Replace(":", "__", StringComparison.Ordinal)] = root });

        using var over = new CancellationTokenSource();
        using var http = new HttpClient();
        var screens = Enumerable.Range(0, ManyWalls).Select(_ => new Screen()).ToList();
        var stream = new Uri($"{root}/wall/{said.Split("/wall/")[1][..32]}/stream");
        var looking = Task.WhenAll(screens.Select(screen => screen.LookAsync(http, stream, over.Token)));
        await Task.WhenAll(screens.Select(screen => screen.Open.WaitAsync(Patience)));
        await Task.Delay((start + FirstFalls + Duration.FromSeconds(Falling + 2) - host.Services.GetRequiredService<IClock>().GetCurrentInstant()).ToTimeSpan());
        var memory = worker.ResidentBytes;
        await over.CancelAsync();
        await looking;

        await using var scope = host.Services.CreateAsyncScope();
        var sent = await scope.ServiceProvider.GetRequiredService<TalksDb>().Deliveries.Where(delivery => delivery.Kind == DeliveryKind.DeadlinePassed).ToListAsync();
        return Report.Print("1,000 walls, memory", memory / (1024.0 * 1024.0), limit: 200, "MB")
            & Report.Print($"{sent.Count} deadlines beside them, latest", sent.Max(delivery => (delivery.SentAt!.Value - delivery.DueAt).TotalMilliseconds), limit: 250, "ms");
    }

    private static string Words(int number) => string.Create(CultureInfo.InvariantCulture, $"Heard for the time {number}.");

    private static async Task<string> AskAsync(ICommandDesk desk, string line)
    {
        var reply = await desk.RunAsync(line, Desk, CancellationToken.None);
        var text = PostText.Write(reply.Body);
        return reply.Refused ? throw new InvalidOperationException($"{line}: {text}") : text;
    }

    /// <summary>A screen that only listens, as the wall's page does.</summary>
    private sealed class Screen
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile Awaited? _awaited;

        /// <summary>Ends once it shows something.</summary>
        public Task Open => _open.Task;

        /// <summary>When words came that have not come yet.</summary>
        public Task<long> Await(string words)
        {
            var awaited = new Awaited(words);
            _awaited = awaited;
            return awaited.Came.Task;
        }

        /// <summary>Listens until it is told to look no more.</summary>
        public async Task LookAsync(HttpClient http, Uri stream, CancellationToken over)
        {
            try
            {
                using var answer = await http.GetAsync(stream, HttpCompletionOption.ResponseHeadersRead, over);
                answer.EnsureSuccessStatusCode();
                using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(over));
                while (await reader.ReadLineAsync(over) is { } line)
                {
                    if (!line.StartsWith("data: {\"board\"", StringComparison.Ordinal))
                    {
                        continue;
                    }

                    _open.TrySetResult();
                    if (_awaited is { } awaited && line.Contains(awaited.Words, StringComparison.Ordinal))
                    {
                        awaited.Came.TrySetResult(Stopwatch.GetTimestamp());
                    }
                }
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                // All that was to be seen was seen.
            }
        }

        private sealed record Awaited(string Words)
        {
            public TaskCompletionSource<long> Came { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
