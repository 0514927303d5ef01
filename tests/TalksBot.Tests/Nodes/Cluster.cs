using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Discord;
using TalksBot.Features;
using TalksBot.Simulators.Discord;
using TalksBot.Simulators.Slack;
using TalksBot.Slack;
using TalksBot.Storage;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Opening;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;
using TalksBot.Tests.Processes;

namespace TalksBot.Tests.Nodes;

/// <summary>Several workers, each a process in a folder of its own, on one PostgreSQL database, with a simulated Discord and a simulated Slack, and a desk that gives commands.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const string Talks = "burst";
    private const string Countdowns = "clock";

    private readonly TestDatabase _database = new(StorageOptions.Postgres);
    private readonly List<TestNode> _nodes = [];
    private readonly ServiceProvider _desk;
    private readonly ulong _guild;
    private ulong _asked;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _reported = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> _due = [];
    private int _folders;

    private Cluster(DiscordSimulator discord, SlackSimulator slack)
    {
        (Discord, Slack) = (discord, slack);
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

    /// <summary>Where half of the channels are, and people give commands.</summary>
    public DiscordSimulator Discord { get; }

    /// <summary>Where the other half is.</summary>
    public SlackSimulator Slack { get; }

    /// <summary>The channels that follow the talks.</summary>
    public IReadOnlyList<ClusterChannel> Channels { get; private set; } = [];

    /// <summary>The channels that follow deadlines, one on each platform.</summary>
    public IReadOnlyList<ClusterChannel> Clocks { get; private set; } = [];

    /// <summary>The workers that run.</summary>
    public IReadOnlyList<TestNode> Nodes => _nodes;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts so many workers, and has so many channels on each platform follow the talks.</summary>
    public static async Task<Cluster> StartAsync(int nodes, int channels)
    {
        // Identifies are let in one after another; tests do not wait five seconds for each.
        var discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifyWindow = TimeSpan.FromMilliseconds(200) }, Token);
        var cluster = new Cluster(discord, await SlackSimulator.StartAsync(Token));
        await cluster._desk.GetRequiredService<OpenDatabase>().RunAsync(Token);
        await cluster.SayAsync($"/talks open {Talks} \"A burst\" follow:no");
        cluster.Channels = [.. Enumerable.Range(0, channels).SelectMany(i => new[] { cluster.OnDiscord($"c{i}", "Update"), cluster.OnSlack($"c{i}", "Update") })];
        await cluster.SayAsync($"/talks open {Countdowns} \"Against the clock\" follow:no");

        // As at any desk, something is planned long before it is due.
        await cluster.SayAsync($"/talks deadline add {Talks} \"1 Jan 2099 13:00 UTC\" \"The treaty ends\"");
        cluster.Clocks = [cluster.OnDiscord("clock", "Rung"), cluster.OnSlack("clock", "Rung")];
        foreach (var clock in cluster.Clocks)
        {
            await cluster.SayAsync($"/talks follow add {Countdowns} channel:{clock.Address} digest:none ladder:\"0\"");
        }

        foreach (var channel in cluster.Channels)
        {
            await cluster.SayAsync($"/talks follow add {Talks} channel:{channel.Address} digest:none ladder:\"0\"");
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
        var node = new TestNode(await BotProcess.StartWorkerAsync(NewFolder(), [], SurroundingsOf(wire, more)));
        _nodes.Add(node);
        return node;
    }

    /// <summary>Starts another worker that is to end by itself.</summary>
    /// <param name="more">What else it finds in its environment.</param>
    public Task<Ran> TryNodeAsync(IReadOnlyList<KeyValuePair<string, string>> more) => BotProcess.RunAloneAsync(NewFolder(), SurroundingsOf(wire: null, more), "run");

    private string NewFolder() => Directory.CreateDirectory(Path.Combine(_database.Folder, $"node{++_folders}")).FullName;

    private Surroundings SurroundingsOf(CutWire? wire, IReadOnlyList<KeyValuePair<string, string>>? more)
    {
        var connection = new NpgsqlConnectionStringBuilder(_database.Connection);
        connection.Port = wire?.Port ?? connection.Port;
        var settings = new Dictionary<string, string>
        {
            [$"{DiscordOptions.Section}:main:Token"] = Discord.Token,
            [$"{DiscordOptions.Section}:main:ApiUrl"] = $"{Discord.ApiUrl}",
            [$"{DiscordOptions.Section}:main:GuildIds:0"] = $"{_guild}",
            [$"{SlackOptions.Section}:main:BotToken"] = Slack.BotToken,
            [$"{SlackOptions.Section}:main:AppToken"] = Slack.AppToken,
            [$"{SlackOptions.Section}:main:ApiUrl"] = $"{Slack.ApiUrl}",
            [$"{StorageOptions.Section}:Provider"] = StorageOptions.Postgres,
            [$"{StorageOptions.Section}:ConnectionString"] = connection.ToString(),
            [$"{StorageOptions.Section}:Folder"] = Path.Combine(_database.Folder, $"node{_folders}"),
        };
        foreach (var (name, value) in more ?? [])
        {
            settings[name] = value;
        }

        return new Surroundings { Environment = settings.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value) };
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

    /// <summary>The worker that sends to a platform; null while there is none.</summary>
    public async Task<TestNode?> SenderAsync(string connection = "discord:main")
    {
        var known = await _desk.GetRequiredService<INodes>().ListAsync(Token);
        var sender = known.FirstOrDefault(node => node.SendsFor.Contains(connection));
        return sender is null ? null : _nodes.Find(node => sender.Node.Name.EndsWith($"/{node.Process.Id}", StringComparison.Ordinal));
    }

    /// <summary>The worker that sends to a platform now.</summary>
    public async Task<TestNode> TheSenderAsync(string connection = "discord:main") =>
        await SenderAsync(connection) ?? throw new InvalidOperationException($"No node sends for {connection}.");

    /// <summary>Somebody in the newsroom.</summary>
    public ulong AddPerson(string name) => Discord.AddPerson(_guild, name);

    /// <summary>Waits until every worker hears what people do on Discord, and people have the commands.</summary>
    public Task AnswersAsync() => Eventually.IsTrueAsync(() => Discord.Sessions == _nodes.Count && Discord.Commands(_guild).Count > 0);

    /// <summary>Gives a command on Discord and waits for what it answers.</summary>
    public async Task<string> AskAsync(ulong person, string command)
    {
        var answer = await Discord.RunCommandAsync(person, _asked, command, [], Token);
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

    /// <summary>Makes a wall of the desk.</summary>
    /// <returns>Where it is, on every node.</returns>
    public async Task<string> AddWallAsync()
    {
        var reply = await RunAsync("/talks wall add", key: null);
        return $"/wall/{PostText.Write(reply.Body).Split("/wall/")[1][..32]}";
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

    /// <summary>Sets deadlines that fall one after the other, on full seconds.</summary>
    /// <param name="first">The number of the first.</param>
    /// <param name="count">How many.</param>
    /// <param name="ahead">When the first falls, from now.</param>
    /// <param name="apart">The time from each to the next.</param>
    public async Task SetDeadlinesAsync(int first, int count, TimeSpan ahead, TimeSpan apart)
    {
        var start = DateTimeOffset.FromUnixTimeSeconds((TimeProvider.System.GetUtcNow() + ahead).ToUnixTimeSeconds() + 1);
        for (var i = 0; i < count; i++)
        {
            var (number, due) = ($"{first + i:000}", start + (i * apart));
            _due[number] = due;
            await InsistAsync(string.Create(CultureInfo.InvariantCulture, $"/talks deadline add {Countdowns} \"{due:d MMM yyyy HH:mm:ss} UTC\" \"Rung {number}\""));
        }
    }

    /// <summary>Waits until every channel shows so many updates.</summary>
    /// <returns>How long that took.</returns>
    public Task<TimeSpan> ToldAsync(int updates, TimeSpan patience) => ShownAsync(Channels, updates, patience);

    /// <summary>Waits until so many deadlines that fell are told.</summary>
    /// <returns>How long that took.</returns>
    public Task<TimeSpan> RungAsync(int deadlines, TimeSpan patience) => ShownAsync(Clocks, deadlines, patience);

    private static async Task<TimeSpan> ShownAsync(IReadOnlyList<ClusterChannel> channels, int count, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (channels.Any(channel => channel.Shown.Distinct().Count() < count))
        {
            watch.Elapsed.ShouldBeLessThan(patience, $"the channels show {string.Join(", ", channels.Select(channel => channel.Shown.Count))} of {count}");
            await Task.Delay(20, Token);
        }

        return watch.Elapsed;
    }

    /// <summary>What came of the updates so far.</summary>
    public ClusterTally Tally() => ClusterTally.Of(Channels, _reported);

    /// <summary>What came of the deadlines that fell so far.</summary>
    public ClusterTally ClockTally() => ClusterTally.Of(Clocks, _due);

    /// <summary>Every channel shows every update once and in order, those of deadlines every one that fell, and no platform had anything to complain of.</summary>
    public void ShouldHaveToldOnceAndInOrder(int updates)
    {
        foreach (var (channels, count) in new[] { (Channels, updates), (Clocks, _due.Count) })
        {
            var expected = Enumerable.Range(0, count).Select(i => $"{i:000}").ToList();
            foreach (var channel in channels)
            {
                channel.Shown.ShouldBe(expected, channel.Address);
            }
        }

        Discord.Stats.TooManyRequests.ShouldBe(0);
        Slack.Stats.TooManyRequests.ShouldBe(0);
    }

    /// <summary>Somebody asks something on Discord, again and again.</summary>
    /// <returns>How often nobody answered, and how many more answers than questions they saw.</returns>
    public async Task<(int Missed, int Twice)> AskOnAsync(ulong person, CancellationToken until)
    {
        var (asked, missed) = (0, 0);
        while (!until.IsCancellationRequested)
        {
            var answer = await Discord.RunCommandAsync(person, _asked, "talks status", [], Token);
            asked++;
            missed += answer.Kind is DiscordAnswerKind.Missed ? 1 : 0;
            await Task.Delay(500, Token);
        }

        return (missed, AnswersTo(person) - asked + missed);
    }

    /// <summary>How many answers somebody sees that nobody else does.</summary>
    public int AnswersTo(ulong person) => Discord.Messages(_asked, person).Count - Discord.Messages(_asked).Count;

    private ClusterChannel OnDiscord(string name, string word)
    {
        var id = Discord.AddChannel(_guild, name);

        // Commands are given in the first one, which follows the updates.
        _asked = _asked == 0 ? id : _asked;
        return new ClusterChannel($"discord:main/{id}", word, () => Discord.Messages(id).Select(message => (message.Json.ToJsonString(), message.PostedAt)));
    }

    private ClusterChannel OnSlack(string name, string word)
    {
        var id = Slack.AddChannel(name);
        return new ClusterChannel($"slack:main/{id}", word, () => Slack.Messages(id).Select(message => (message.Shown, message.PostedAt.ToDateTimeOffset())));
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
        await Slack.DisposeAsync();
        _database.Dispose();
    }
}

/// <summary>One of the workers.</summary>
internal sealed record TestNode(BotProcess Process);
