using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features;
using TalksBot.Features.Transactions;
using TalksBot.Simulators.Slack;
using TalksBot.Slack;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>600 posts over 60 channels due at one instant, through outbox and adapter, at the pace that Slack asks for.</summary>
internal static class SlackBurstBenchmark
{
    private const int Channels = 60;
    private const int Each = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>300 in any minute over all: five rounds of 60 channels at one a second, and the other five begin a minute later.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(60 + (Each / 2) - 1);

    /// <summary>Slack says "several hundred per minute" and not how they may bunch (slack.md §5): here as many as fit into one.</summary>
    private static readonly SlackSimulatorOptions Slack = new() { WorkspacePostPace = new(300, TimeSpan.FromMinutes(1), 300) };

    /// <summary>Measures it.</summary>
    public static async Task<Burst> RunAsync()
    {
        await using var simulator = await SlackSimulator.StartAsync(Slack, CancellationToken.None);
        using var database = new TestDatabase();
        using var host = Build(database, simulator);
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(CancellationToken.None);
        var channels = Open(simulator);
        await QueueAsync(host.Services, channels);

        var began = TimeProvider.System.GetTimestamp();
        await host.StartAsync();
        while (simulator.Stats.MessagesPosted < Channels * Each && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(5);
        }

        var took = Took(simulator, channels);
        await host.StopAsync();
        return new Burst(Judge(simulator, channels, took), took);
    }

    /// <summary>The same posts by @slack/web-api, which waits where Slack says so and else sends what it is given.</summary>
    public static async Task<Burst> OfLibraryAsync()
    {
        await using var simulator = await SlackSimulator.StartAsync(Slack, CancellationToken.None);
        var channels = Open(simulator);
        using var program = NodeProgram.Start("slack-burst.js", new Dictionary<string, string>
        {
            ["API"] = $"{simulator.ApiUrl}",
            ["TOKEN"] = simulator.BotToken,
            ["CHANNELS"] = string.Join(',', channels),
            ["EACH"] = $"{Each}",
        });
        await program.EndAsync();
        var took = Took(simulator, channels);
        Console.WriteLine($"@slack/web-api took {took.TotalSeconds:F2} s, {took / Least:F3} of the least time, with {simulator.Stats.TooManyRequests} answers of 429.");
        return new Burst(simulator.Stats.MessagesPosted == Channels * Each, took);
    }

    private static List<string> Open(SlackSimulator simulator) => [.. Enumerable.Range(0, Channels).Select(n => simulator.AddChannel($"c{n}"))];

    private static TimeSpan Took(SlackSimulator simulator, List<string> channels) =>
        (channels.Max(channel => simulator.Messages(channel)[^1].PostedAt) - channels.Min(channel => simulator.Messages(channel)[0].PostedAt)).ToTimeSpan();

    private static bool Judge(SlackSimulator simulator, List<string> channels, TimeSpan took)
    {
        Console.WriteLine($"600 posts took {took.TotalSeconds:F2} s; the pace allows no less than {Least.TotalSeconds:F0} s: ratio {took / Least:F3}.");
        var inOrder = channels.All(channel => simulator.Messages(channel).Select(Number).SequenceEqual(Enumerable.Range(0, Each)));
        var kept = Report.Print("600 posts to Slack, % of the least time", took / Least * 100, limit: 102, "%");
        kept &= Report.Print("600 posts to Slack, 429 answers", simulator.Stats.TooManyRequests, limit: 0, "");
        kept &= Report.Print("600 posts to Slack, channels out of order", inOrder ? 0 : 1, limit: 0, "");
        return kept & simulator.Stats.InvalidRequests.Count == 0;
    }

    /// <summary>Queued with the least urgent first, so that order has to be made.</summary>
    private static async Task QueueAsync(IServiceProvider services, List<string> channels)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        for (var n = Each - 1; n >= 0; n--)
        {
            db.Deliveries.AddRange(channels.Select(channel => new Delivery(Post(channel, n, now), followId: null)));
        }

        await db.SaveChangesAsync();
    }

    private static OutgoingPost Post(string channel, int number, Instant now)
    {
        var address = new ChannelAddress("slack", "main", channel);
        var cause = new DeliveryCause(DeliveryKind.Update, "burst", "BURST", $"#{number}");
        var post = new Post($"{number}", Severity.Notable, [new PostPiece.Quote("They meet again tonight.", "a senior US official")]);
        var priority = (WirePriority)((int)WirePriority.Flash + (number * 4 / Each));
        return new OutgoingPost(DeliveryKey.Of(address, cause, now), address, cause, priority, now + Duration.FromTicks(number), post);
    }

    /// <summary>By the reference, since those that wait a minute are headed as late.</summary>
    private static int Number(PostedMessage message) =>
        int.Parse(message.Text.Split('\n')[^1].Split(" · ")[1].TrimStart('#'), System.Globalization.CultureInfo.InvariantCulture);

    private static IHost Build(TestDatabase database, SlackSimulator simulator)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
        [
            .. database.Settings,
            new($"{SlackOptions.Section}:main:BotToken", simulator.BotToken),
            new($"{SlackOptions.Section}:main:ApiUrl", simulator.ApiUrl.ToString()),
        ]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IClock>(new TimeProviderClock(TimeProvider.System));
        builder.Services.AddStorage().AddDesk().AddWorker(TimeProvider.System, Heartbeats.Real).AddSlack(builder.Configuration);
        return builder.Build();
    }
}
