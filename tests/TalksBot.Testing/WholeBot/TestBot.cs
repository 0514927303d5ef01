using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Features;
using TalksBot.Features.Digests;
using TalksBot.Features.Transactions;
using TalksBot.Features.Upkeep;
using TalksBot.Storage;
using TalksBot.Storage.Backups;
using TalksBot.Storage.Opening;

namespace TalksBot.Testing.WholeBot;

/// <summary>The whole bot on one SQLite file, with a clock you push and a platform that remembers.</summary>
public sealed class TestBot : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly BotSurroundings _around;
    private readonly IHost _host;
    private bool _stopped;

    private TestBot(TestDatabase database, BotSurroundings around, IHost host, SimulatedClock clock, RecordingPlatform platform)
    {
        _database = database;
        _around = around;
        _host = host;
        Clock = clock;
        Platform = platform;
    }

    /// <summary>The clock of everything in the bot.</summary>
    public SimulatedClock Clock { get; }

    /// <summary>Where its posts go.</summary>
    public RecordingPlatform Platform { get; }

    /// <summary>The bot's services.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Where its copies are kept.</summary>
    public string Copies => Services.GetRequiredService<BackupFolder>().Path;

    /// <summary>Every post seen so far.</summary>
    public IReadOnlyList<Seen> Seen => Platform.Seen;

    /// <summary>Starts a bot on a new database.</summary>
    public static Task<TestBot> StartAsync(Instant now) => StartAsync(new SimulatedClock(now), new BotSurroundings());

    /// <summary>Starts a bot on a new database and writes down all that it logs, however unimportant.</summary>
    public static Task<TestBot> StartAsync(Instant now, ILoggerProvider log) => StartAsync(new SimulatedClock(now), new BotSurroundings { Log = log });

    /// <summary>Starts a bot on a new database with further platforms beside <see cref="Platform"/>.</summary>
    public static Task<TestBot> StartAsync(SimulatedClock clock, params IReadOnlyList<IPlatform> others) =>
        StartAsync(clock, new BotSurroundings { Others = others });

    /// <summary>Starts a bot on a new database.</summary>
    public static Task<TestBot> StartAsync(SimulatedClock clock, BotSurroundings around) => StartAsync(new TestDatabase(around.Database), clock, new RecordingPlatform(clock), around);

    /// <summary>Runs a command as a chief; it may be refused.</summary>
    public async Task<Reply> SayAsync(string line, string channel = "desk")
    {
        var caller = new Caller("editor", Role.Chief, new ChannelAddress("terminal", "", channel)) { HasAgreed = true };
        return await SayAsync(line, caller);
    }

    /// <summary>Runs a command as somebody; it may be refused.</summary>
    public async Task<Reply> SayAsync(string line, Caller caller) =>
        await Services.GetRequiredService<ICommandDesk>().RunAsync(line, caller, CancellationToken.None);

    /// <summary>Runs a command that must succeed.</summary>
    public async Task DoAsync(string line, string channel = "desk")
    {
        var reply = await SayAsync(line, channel);
        if (reply.Refused)
        {
            throw new InvalidOperationException($"{line} was refused: {reply.Body.Heading}");
        }
    }

    /// <summary>Pushes the clock to a moment, stopping at everything that falls due on the way until it is done.</summary>
    public Task AdvanceToAsync(Instant to) => Services.PassAsync(Clock, to);

    /// <summary>Pushes the clock on.</summary>
    public Task AdvanceAsync(Duration by) => AdvanceToAsync(Clock.GetCurrentInstant() + by);

    /// <summary>Waits until nothing is due.</summary>
    public Task SettleAsync() => AdvanceAsync(Duration.Zero);

    /// <summary>Looks into the database.</summary>
    public async Task<T> ReadAsync<T>(Func<TalksDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TalksDb>());
    }

    /// <summary>Stops this bot and starts another on the same database after some time of silence.</summary>
    /// <param name="after">How long nothing runs.</param>
    public async Task<TestBot> RestartAsync(Duration after)
    {
        await StopAsync();
        var clock = new SimulatedClock(Clock.GetCurrentInstant() + after);
        return await StartAsync(_database, clock, new RecordingPlatform(clock), _around);
    }

    /// <summary>The same, with a platform that still shows what it showed.</summary>
    public async Task<TestBot> RestartOnSamePlatformAsync(Duration after)
    {
        await StopAsync();
        var clock = new SimulatedClock(Clock.GetCurrentInstant() + after);
        Platform.Clock = clock;
        return await StartAsync(_database, clock, Platform, _around);
    }

    /// <summary>Stops this bot, puts a copy of its database in its place, and starts another on it and on a platform that still shows what it showed.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="after">How long nothing runs.</param>
    public async Task<TestBot> RestoreAsync(string copy, Duration after)
    {
        await StopAsync();
        var clock = new SimulatedClock(Clock.GetCurrentInstant() + after);
        Platform.Clock = clock;
        await using (var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_database.Settings).Build())
            .AddSingleton<IClock>(clock)
            .AddStorage()
            .BuildServiceProvider())
        {
            await services.GetRequiredService<RestoreDatabase>().RunAsync(copy, CancellationToken.None);
        }

        return await StartAsync(_database, clock, Platform, _around);
    }

    /// <summary>Copies the database as it is now.</summary>
    /// <returns>The copy's path.</returns>
    public async Task<string> CopyAsync() =>
        (await Services.GetRequiredService<BackupFolder>().AddAsync(Clock.GetCurrentInstant(), mayMake: true, CancellationToken.None)).File;

    /// <summary>Forgets what is older than the desk keeps, as it does at night.</summary>
    public async Task ForgetOldAsync() =>
        await ActivatorUtilities.CreateInstance<ForgetOld>(Services, TimeProvider.System).RunAsync(Clock.GetCurrentInstant(), CancellationToken.None);

    /// <summary>The database file.</summary>
    public string File => _database.File;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _database.Dispose();
    }

    private async Task StopAsync()
    {
        if (!_stopped)
        {
            _stopped = true;
            await _host.StopAsync();
            _host.Dispose();
        }
    }

    private static async Task<TestBot> StartAsync(TestDatabase database, SimulatedClock clock, RecordingPlatform platform, BotSurroundings around)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(database.Settings.Concat(around.Settings));
        builder.Logging.SetMinimumLevel(around.Log is null ? LogLevel.Warning : LogLevel.Trace);
        if (around.Log is not null)
        {
            builder.Logging.AddProvider(around.Log);
        }

        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IClock>(clock);
        if (around.Others.All(other => other.Name != platform.Name))
        {
            builder.Services.AddSingleton<IPlatform>(platform);
        }

        foreach (var other in around.Others)
        {
            builder.Services.AddSingleton(other);
        }

        around.LastResorts.ToList().ForEach(resort => builder.Services.AddSingleton(resort));
        around.Subscriptions.ToList().ForEach(subscription => builder.Services.AddSingleton(subscription));
        builder.Services.AddPassingTime();
        builder.Services.AddStorage().AddDesk().AddWorker(clock, Heartbeats.Simulated).AddSubscribedDigests(clock);
        if (around.KeepsUp)
        {
            builder.Services.AddUpkeep(clock);
        }

        var host = builder.Build();
        await database.PrepareAsync(CancellationToken.None);
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(CancellationToken.None);
        await host.StartAsync();
        return new TestBot(database, around, host, clock, platform);
    }
}
