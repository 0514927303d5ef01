using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Times;
using TalksBot.Discord;
using TalksBot.Features;
using TalksBot.Simulators.Discord;
using TalksBot.Storage;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Opening;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;
using TalksBot.Tests.Processes;

namespace TalksBot.Tests.Nodes;

/// <summary>Several workers, each a process in a folder of its own, on one PostgreSQL database and one simulated Discord, with a desk that gives commands.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const string Talks = "burst";

    private readonly TestDatabase _database = new(StorageOptions.Postgres);
    private readonly List<TestNode> _nodes = [];
    private readonly ServiceProvider _desk;
    private readonly ulong _guild;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _reported = [];
    private int _folders;

    private Cluster(DiscordSimulator discord)
    {
        Discord = discord;
        _guild = discord.AddGuild("Newsroom");
        _desk = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_database.Settings).Build())
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IClock>(new TimeProviderClock(TimeProvider.System))
            .AddLogging()
            .AddStorage()
            .AddDesk()
            .BuildServiceProvider();
    }

    /// <summary>Where all of them post.</summary>
    public DiscordSimulator Discord { get; }

    /// <summary>The channels that follow the talks.</summary>
    public IReadOnlyList<ulong> Channels { get; private set; } = [];

    /// <summary>The workers that run.</summary>
    public IReadOnlyList<TestNode> Nodes => _nodes;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts so many workers, and has so many channels follow the talks.</summary>
    public static async Task<Cluster> StartAsync(int nodes, int channels)
    {
        // Identifies are let in one after another; tests do not wait five seconds for each.
        var discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifyWindow = TimeSpan.FromMilliseconds(200) }, Token);
        var cluster = new Cluster(discord);
        await cluster._desk.GetRequiredService<OpenDatabase>().RunAsync(Token);
        await cluster.SayAsync($"/talks open {Talks} \"A burst\" follow:no");
        cluster.Channels = [.. Enumerable.Range(0, channels).Select(i => discord.AddChannel(cluster._guild, $"c{i}"))];
        foreach (var channel in cluster.Channels)
        {
            await cluster.SayAsync($"/talks follow add {Talks} channel:discord:main/{channel} digest:none ladder:\"0\"");
        }

        for (var i = 0; i < nodes; i++)
        {
            await cluster.AddNodeAsync();
        }

        await Eventually.IsTrueAsync(async () => nodes == 0 || await cluster.SenderAsync() is not null);
        return cluster;
    }

    /// <summary>The network to the database server, for one worker.</summary>
    public static CutWire Wire() => new(PostgresServer.Here.Port);

    /// <summary>Starts another worker.</summary>
    /// <param name="wire">The network to the database server; null for one that is never cut.</param>
    /// <param name="more">What else it finds in its environment; null for nothing.</param>
    public async Task<TestNode> AddNodeAsync(CutWire? wire = null, IReadOnlyList<KeyValuePair<string, string>>? more = null)
    {
        var connection = new NpgsqlConnectionStringBuilder(_database.Connection);
        connection.Port = wire?.Port ?? connection.Port;
        var folder = Directory.CreateDirectory(Path.Combine(_database.Folder, $"node{_folders++}")).FullName;
        var section = $"{DiscordOptions.Section}:main".Replace(":", "__", StringComparison.Ordinal);
        var storage = StorageOptions.Section.Replace(":", "__", StringComparison.Ordinal);
        var environment = new Dictionary<string, string>
        {
            [$"{section}__Token"] = Discord.Token,
            [$"{section}__ApiUrl"] = $"{Discord.ApiUrl}",
            [$"{section}__GuildIds__0"] = $"{_guild}",
            [$"{storage}__Provider"] = StorageOptions.Postgres,
            [$"{storage}__ConnectionString"] = connection.ToString(),
            [$"{storage}__Folder"] = folder,
        };
        var node = new TestNode(await BotProcess.StartWorkerAsync(folder, [], new Surroundings { Environment = environment.Concat(more ?? []).ToDictionary() }));
        _nodes.Add(node);
        return node;
    }

    /// <summary>Kills a worker as kill -9 does.</summary>
    public async Task KillAsync(TestNode node)
    {
        _nodes.Remove(node);
        await node.Process.KillAsync();
        node.Process.Dispose();
    }

    /// <summary>Stops a worker as a service manager does.</summary>
    public async Task StopAsync(TestNode node)
    {
        _nodes.Remove(node);
        await node.Process.TerminateAsync();
        node.Process.Dispose();
    }

    /// <summary>Restarts the database server.</summary>
    public static void RestartServer() => PostgresServer.Here.Restart();

    /// <summary>The worker that sends; null while there is none.</summary>
    public async Task<TestNode?> SenderAsync()
    {
        var known = await _desk.GetRequiredService<INodes>().ListAsync(Token);
        var sender = known.FirstOrDefault(node => node.SendsFor.Contains("discord:main"));
        return sender is null ? null : _nodes.Find(node => sender.Node.Name.EndsWith($"/{node.Process.Id}", StringComparison.Ordinal));
    }

    /// <summary>The worker that sends now.</summary>
    public async Task<TestNode> TheSenderAsync() => await SenderAsync() ?? throw new InvalidOperationException("No node sends.");

    /// <summary>Somebody in the newsroom.</summary>
    public ulong AddPerson(string name) => Discord.AddPerson(_guild, name);

    /// <summary>Waits until every worker hears what people do on Discord, and people have the commands.</summary>
    public Task AnswersAsync() => Eventually.IsTrueAsync(() => Discord.Sessions == _nodes.Count && Discord.Commands(_guild).Count > 0);

    /// <summary>Gives a command on Discord and waits for what it answers.</summary>
    public async Task<string> AskAsync(ulong person, string command)
    {
        var answer = await Discord.RunCommandAsync(person, Channels[0], command, [], Token);
        return $"{answer.Message?.Json.ToJsonString()}";
    }

    /// <summary>When something was last sent, as a worker wrote it down, and how far ahead it found its own clock.</summary>
    public async Task<(Instant? Recorded, Duration Ahead)> ClockAsync()
    {
        await using var scope = _desk.CreateAsyncScope();
        var recorded = await scope.ServiceProvider.GetRequiredService<TalksDb>().Deliveries.MaxAsync(delivery => delivery.SentAt, Token);
        return (recorded, (await _desk.GetRequiredService<INodes>().ListAsync(Token)).Single().Node.Ahead);
    }

    /// <summary>Gives a command that must not be refused.</summary>
    public async Task SayAsync(string line)
    {
        var reply = await RunAsync(line, key: null);
        reply.Refused.ShouldBeFalse($"{line}: {reply.Body.Heading}");
    }

    /// <summary>Gives a command as somebody does who gives it again when the server is away.</summary>
    private async Task InsistAsync(string line)
    {
        var (key, watch) = ($"{Guid.NewGuid():N}", Stopwatch.StartNew());
        while (await RunAsync(line, key) is { Refused: true } reply)
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), $"{line}: {reply.Body.Heading}");
            await Task.Delay(200, Token);
        }
    }

    private Task<Reply> RunAsync(string line, string? key) => _desk.GetRequiredService<ICommandDesk>()
        .RunAsync(line, new Caller("editor", Role.Chief, new ChannelAddress("terminal", "", "desk")) { HasAgreed = true, IdempotencyKey = key }, Token);

    /// <summary>Reports updates, one after the other, with a pause between them.</summary>
    public async Task ReportAsync(int first, int count, TimeSpan pause)
    {
        for (var i = first; i < first + count; i++)
        {
            _reported[$"{i:000}"] = TimeProvider.System.GetUtcNow();
            await InsistAsync($"/talks update add {Talks} tier:official \"Update {i:000}\" \"a senior US official\"");
            await Task.Delay(pause, Token);
        }
    }

    /// <summary>Waits until every channel shows so many updates and nothing waits any more.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> ToldAsync(int updates, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (Channels.Any(channel => Shown(channel).Distinct().Count() < updates))
        {
            watch.Elapsed.ShouldBeLessThan(patience, $"the channels show {string.Join(", ", Channels.Select(channel => Shown(channel).Count))} of {updates} updates");
            await Task.Delay(20, Token);
        }

        return watch.Elapsed;
    }

    /// <summary>What came of so many updates, in one line.</summary>
    public string Tally(int updates)
    {
        var shown = Channels.Select(channel => Told(channel).ToList()).ToList();
        var late = shown.SelectMany(of => of).Select(one => (one.At - _reported[one.Update]).TotalSeconds).Order().ToList();
        var lost = shown.Sum(of => updates - of.Select(one => one.Update).Distinct().Count());
        var twice = shown.Sum(of => of.Count - of.Select(one => one.Update).Distinct().Count());
        var disordered = shown.Sum(of => of.Zip(of.Skip(1)).Count(pair => string.CompareOrdinal(pair.First.Update, pair.Second.Update) > 0));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"lost {lost}, twice {twice}, out of order {disordered}, 429 {Discord.Stats.TooManyRequests}; from the command to the platform p50 {late[late.Count / 2]:0.00} s, p99 {late[late.Count * 99 / 100]:0.00} s, max {late[^1]:0.00} s");
    }

    /// <summary>The updates that a channel shows, in the order in which they came.</summary>
    public IReadOnlyList<string> Shown(ulong channel) => [.. Told(channel).Select(one => one.Update)];

    private IEnumerable<(string Update, DateTimeOffset At)> Told(ulong channel) => Discord.Messages(channel)
        .Select(message => (Text: message.Json.ToJsonString(), message.PostedAt))
        .Where(message => message.Text.Contains("Update ", StringComparison.Ordinal))
        .Select(message => (message.Text.Substring(message.Text.IndexOf("Update ", StringComparison.Ordinal) + 7, 3), message.PostedAt));

    /// <summary>Every channel shows every update once and in order, and Discord had nothing to complain of.</summary>
    public void ShouldHaveToldOnceAndInOrder(int updates)
    {
        var expected = Enumerable.Range(0, updates).Select(i => $"{i:000}").ToList();
        foreach (var channel in Channels)
        {
            Shown(channel).ShouldBe(expected);
        }

        Discord.Stats.TooManyRequests.ShouldBe(0);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            node.Process.Dispose();
        }

        await _desk.DisposeAsync();
        await Discord.DisposeAsync();
        _database.Dispose();
    }
}

/// <summary>One of the workers.</summary>
internal sealed record TestNode(BotProcess Process);
