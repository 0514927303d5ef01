using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Agenda;
using TalksBot.Core.Archive;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Agenda;
using TalksBot.Features.Feeds;
using TalksBot.Features.Roles;
using TalksBot.Features.Transactions;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Writing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Features.Tests;

/// <summary>A desk on a database of its own and a clock that is pushed: commands run as typed, rounds run when told, nothing is sent.</summary>
internal sealed class NewsDesk : IAsyncDisposable
{
    /// <summary>Tue 27 Jun 1995 10:00 Washington, 16:00 in Geneva, 23:00 in Tokyo.</summary>
    public static readonly Instant Tuesday = Instant.FromUtc(1995, 6, 27, 14, 0);

    private readonly TestDatabase _database = new();
    private readonly FaultLog _faults = new();
    private readonly ServiceProvider _services;

    private NewsDesk(Instant start, IEnumerable<KeyValuePair<string, string?>> settings, IEnumerable<IPlatform> platforms, SliceSize? slices = null)
    {
        Clock = new SimulatedClock(start);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([.. _database.Settings, .. settings])
            .Build());
        services.AddLogging(logging => logging.AddProvider(_faults).SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IClock>(Clock).AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(slices ?? SliceSize.Usual);
        services.AddStorage().AddDesk().AddWorker(Clock, Heartbeats.Simulated);
        foreach (var platform in platforms)
        {
            services.AddSingleton(platform);
        }

        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public SimulatedClock Clock { get; }

    public Instant Now => Clock.GetCurrentInstant();

    public CommandBook Book => _services.GetRequiredService<CommandBook>();

    public RoleBook Roles => _services.GetRequiredService<RoleBook>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A desk with the talks of the founding case open and nobody following them.</summary>
    public static Task<NewsDesk> OpenAsync(params IPlatform[] platforms) => OpenAsync(Tuesday, platforms);

    public static Task<NewsDesk> OpenAsync(Instant start, params IPlatform[] platforms) => OpenAsync(start, [], platforms);

    /// <summary>The same with a setting of the test's own.</summary>
    public static Task<NewsDesk> WithAsync(string key, string value) => OpenAsync(Tuesday, [new(key, value)], []);

    /// <summary>The same, where so many follows are told in one transaction.</summary>
    public static Task<NewsDesk> WithSlicesAsync(int follows) => OpenAsync(Tuesday, [], [], new SliceSize(follows));

    private static async Task<NewsDesk> OpenAsync(Instant start, IEnumerable<KeyValuePair<string, string?>> settings, IPlatform[] platforms, SliceSize? slices = null)
    {
        var desk = new NewsDesk(start, settings, platforms, slices);
        await desk._database.PrepareAsync(Token);
        await desk.SayAsync("open us-japan-autos \"US–Japan automotive talks\" follow:no parties:\"US=United States; JP=Japan\" venue:Geneva zone:Geneva");
        return desk;
    }

    /// <summary>Runs a command that must not be refused; the answer as plain text.</summary>
    public async Task<string> SayAsync(string line, string channel = "terminal:desk")
    {
        var reply = await RunAsync(line, channel, Role.Chief);
        reply.Refused.ShouldBeFalse($"{line}\n{PostText.Write(reply.Body)}");
        return PostText.Write(reply.Whole);
    }

    /// <summary>Runs a command that must be refused and change nothing; the sentence that refuses it.</summary>
    public async Task<string> RefusedAsync(string line, Role role = Role.Chief)
    {
        var before = await RecordAsync();
        var reply = await RunAsync(line, "terminal:desk", role);
        reply.Refused.ShouldBeTrue($"{line}\n{PostText.Write(reply.Body)}");
        (await RecordAsync()).ShouldBe(before);
        return reply.Body.Heading;
    }

    public async Task<Reply> RunAsync(string line, string channel, Role role)
    {
        ChannelAddress.TryParse(channel, out var address).ShouldBeTrue();
        return await RunAsync(line, new Caller("Ann", role, address!) { HasAgreed = true });
    }

    public async Task<Reply> RunAsync(string line, Caller caller)
    {
        var reply = await _services.GetRequiredService<ICommandDesk>().RunAsync(line, caller, Token);
        _faults.Seen.ShouldBeEmpty();
        return reply;
    }

    /// <summary>Moves the clock and claims what is due of a kind.</summary>
    public async Task ClaimAsync(MomentKind kind, Instant at)
    {
        Clock.AdvanceTo(at);
        await _services.GetRequiredService<AgendaRounds>().RunAsync(kind, Token);
        _faults.Seen.ShouldBeEmpty();
    }

    /// <summary>Claims one batch of what is due of a kind, in one transaction.</summary>
    /// <returns>True where more may be due.</returns>
    public async Task<bool> ClaimOneAsync(MomentKind kind)
    {
        await using var scope = _services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<IDueMomentHandler>().Single(known => known.Kind == kind);
        return await scope.ServiceProvider.GetRequiredService<AgendaProcessor>().RunAsync(handler, Now, Token);
    }

    /// <summary>Goes through an alert, as a worker does before its first one.</summary>
    /// <returns>How many alerts went all the way.</returns>
    public async Task<int> RehearseAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ScratchDatabase>().UseAsync(Token);
        return await scope.ServiceProvider.GetRequiredService<AlertRehearsal>().RunAsync(Now, Token);
    }

    /// <summary>Moves the clock and looks at the feeds that are due.</summary>
    public async Task LookAtFeedsAsync(Duration later)
    {
        Clock.AdvanceTo(Now + later);
        await _services.GetRequiredService<FeedRounds>().RunAsync(Token);
        _faults.Seen.ShouldBeEmpty();
    }

    /// <summary>What the form behind a button shows.</summary>
    public async Task<CommandCall> FormAsync(PostButton button)
    {
        var desk = _services.GetRequiredService<ICommandDesk>();
        var reading = CommandLine.Read(desk.Book, button.Command, new Caller("Ann", Role.Chief, new ChannelAddress("terminal", "", "desk")), isForm: true);
        return await desk.FillAsync(reading.ShouldBeOfType<CommandReading.Understood>().Call, Token);
    }

    /// <summary>What is offered while a value is typed.</summary>
    public async Task<IReadOnlyList<string>> OfferAsync(string path, string parameter, string typed)
    {
        var caller = new Caller("Ann", Role.Chief, new ChannelAddress("terminal", "", "desk"));
        var offers = await _services.GetRequiredService<ICommandDesk>().CompleteAsync(Book.Find(path)!, parameter, typed, new Dictionary<string, string>(StringComparer.Ordinal), caller, Token);
        return [.. offers.Select(offer => offer.Label)];
    }

    /// <summary>Does it while somebody else is in the middle of a change.</summary>
    public async Task WhileWritingAsync(Func<Task> then)
    {
        await using var scope = _services.CreateAsyncScope();
        await using var turn = await _services.GetRequiredService<WriteLock>().BeginAsync(scope.ServiceProvider.GetRequiredService<TalksDb>(), Token);
        await then();
    }

    public Task LoadRolesAsync() => _services.GetRequiredService<KeepRoles>().LoadAsync(Token);

    public Task ReplanZonesAsync() => _services.GetRequiredService<ReplanWhenZonesChange>().RunAsync(Token);

    public async Task<T> ReadAsync<T>(Func<TalksDb, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TalksDb>());
    }

    public Task<Negotiation> TalksAsync() => ReadAsync(db => db.Negotiations.Whole().SingleAsync(talks => talks.Slug == "us-japan-autos", Token));

    public Task<List<Delivery>> DeliveriesAsync(DeliveryKind kind) =>
        ReadAsync(db => db.Deliveries.Where(delivery => delivery.Kind == kind).OrderBy(delivery => delivery.Id).ToListAsync(Token));

    public Task<List<DueMoment>> AgendaAsync(MomentKind kind) => ReadAsync(db => db.Moments
        .Where(moment => moment.Kind == kind && moment.State == MomentState.Open).OrderBy(moment => moment.Due).ToListAsync(Token));

    public Task<int> ChangeAsync(Action<TalksDb> change) => ReadAsync(db =>
    {
        change(db);
        return db.SaveChangesAsync(Token);
    });

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _database.Dispose();
    }

    /// <summary>Everything a command could change, in a text.</summary>
    private async Task<string> RecordAsync()
    {
        var talks = await ReadAsync(db => db.Negotiations.Whole().OrderBy(known => known.Slug).ToListAsync(Token));
        var agenda = await ReadAsync(db => db.Moments.OrderBy(moment => moment.Id).ToListAsync(Token));
        var deliveries = await ReadAsync(db => db.Deliveries.OrderBy(delivery => delivery.Id).ToListAsync(Token));
        return string.Join(
            '\n',
            [
                TalksFile.Write(talks),
                .. agenda.Select(moment => $"{moment.Kind} {moment.Due} {moment.State}"),
                .. deliveries.Select(delivery => $"{delivery.Key.Value} {delivery.State}"),
            ]);
    }

    private sealed class FaultLog : ILoggerProvider, ILogger
    {
        public List<string> Seen { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Seen.Add($"{formatter(state, exception)}\n{exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
