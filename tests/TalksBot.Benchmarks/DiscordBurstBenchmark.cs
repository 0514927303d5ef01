using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Discord;
using TalksBot.Features;
using TalksBot.Features.Transactions;
using TalksBot.Simulators.Discord;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>1,000 posts over 50 channels due at one instant, through outbox and adapter, at Discord's own limits.</summary>
internal static class DiscordBurstBenchmark
{
    private const int Channels = 50;
    private const int Each = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>50 a second over all are 20 windows, 5 in 5 s a channel are 4: the last window of either opens then.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(Math.Max((Channels * Each / 50) - 1, ((Each / 5) - 1) * 5));

    /// <summary>Measures it.</summary>
    public static async Task<Burst> RunAsync()
    {
        await using var simulator = await DiscordSimulator.StartAsync(CancellationToken.None);
        using var database = new TestDatabase();
        using var host = Build(database, simulator);
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(CancellationToken.None);
        var channels = Open(simulator);
        await QueueAsync(host.Services, channels);

        var began = TimeProvider.System.GetTimestamp();
        await host.StartAsync();
        while (simulator.Stats.MessagesCreated < Channels * Each && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(5);
        }

        var took = Took(simulator, channels);
        await host.StopAsync();
        return new Burst(Judge(simulator, channels, took), took);
    }

    /// <summary>The same posts by discord.js's own queue.</summary>
    public static async Task<Burst> OfLibraryAsync()
    {
        await using var simulator = await DiscordSimulator.StartAsync(CancellationToken.None);
        var channels = Open(simulator);
        using var program = NodeProgram.Start("discord-burst.js", new Dictionary<string, string>
        {
            ["API"] = $"{simulator.ApiUrl}",
            ["TOKEN"] = simulator.Token,
            ["CHANNELS"] = string.Join(',', channels),
            ["EACH"] = $"{Each}",
        });
        await program.EndAsync();
        var took = Took(simulator, channels);
        Console.WriteLine($"discord.js took {took.TotalSeconds:F2} s, {took / Least:F3} of the least time, with {simulator.Stats.TooManyRequests} answers of 429.");
        return new Burst(simulator.Stats.MessagesCreated == Channels * Each, took);
    }

    private static List<ulong> Open(DiscordSimulator simulator)
    {
        var guild = simulator.AddGuild("newsroom");
        return [.. Enumerable.Range(0, Channels).Select(n => simulator.AddChannel(guild, $"c{n}"))];
    }

    private static TimeSpan Took(DiscordSimulator simulator, List<ulong> channels) =>
        channels.Max(channel => simulator.Messages(channel)[^1].PostedAt) - channels.Min(channel => simulator.Messages(channel)[0].PostedAt);

    private static bool Judge(DiscordSimulator simulator, List<ulong> channels, TimeSpan took)
    {
        Console.WriteLine($"1,000 posts took {took.TotalSeconds:F2} s; Discord's limits allow no less than {Least.TotalSeconds:F0} s: ratio {took / Least:F3}.");
        var inOrder = channels.All(channel => simulator.Messages(channel).Select(Number).SequenceEqual(Enumerable.Range(0, Each)));
        var kept = Report.Print("1,000 posts to Discord, % of the least time", took / Least * 100, limit: 102, "%");
        kept &= Report.Print("1,000 posts to Discord, 429 answers", simulator.Stats.TooManyRequests, limit: 0, "");
        kept &= Report.Print("1,000 posts to Discord, channels out of order", inOrder ? 0 : 1, limit: 0, "");
        return kept & simulator.Stats.RequestFaults.Count == 0;
    }

    /// <summary>Queued with the least urgent first, so that order has to be made.</summary>
    private static async Task QueueAsync(IServiceProvider services, List<ulong> channels)
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

    private static OutgoingPost Post(ulong channel, int number, Instant now)
    {
        var address = new ChannelAddress("discord", "main", $"{channel}");
        var cause = new DeliveryCause(DeliveryKind.Update, "burst", "BURST", $"#{number}");
        var post = new Post($"{number}", Severity.Notable, [new PostPiece.Quote("They meet again tonight.", "a senior US official")]);
        var priority = (WirePriority)((int)WirePriority.Flash + (number * 4 / Each));
        return new OutgoingPost(DeliveryKey.Of(address, cause, now), address, cause, priority, now + Duration.FromTicks(number), post);
    }

    /// <summary>By the reference, since the first line stands where notifications show it.</summary>
    private static int Number(PostedMessage message) =>
        int.Parse(((string)message.Embeds[0]!["footer"]!["text"]!).Split(" · ")[1].TrimStart('#'), System.Globalization.CultureInfo.InvariantCulture);

    private static IHost Build(TestDatabase database, DiscordSimulator simulator)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
        [
            .. database.Settings,
            new($"{DiscordOptions.Section}:main:Token", simulator.Token),
            new($"{DiscordOptions.Section}:main:ApiUrl", simulator.ApiUrl.ToString()),
        ]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IClock>(new TimeProviderClock(TimeProvider.System));
        builder.Services.AddStorage().AddDesk().AddWorker(TimeProvider.System, Heartbeats.Real).AddDiscord(builder.Configuration);
        return builder.Build();
    }
}
