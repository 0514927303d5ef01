using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Times;
using TalksBot.Features.Transactions;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Features.Tests.Records;

/// <summary>A desk whose services a test may change, and which remembers every statement it sends to the database.</summary>
internal sealed class RecordDesk : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly StatementLog _statements = new();
    private readonly ServiceProvider _services;

    private RecordDesk(Action<IServiceCollection> change, string? system)
    {
        _database = new TestDatabase(system);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(_database.Settings)
            .Build());
        services.AddLogging(logging => logging.AddProvider(_statements).SetMinimumLevel(LogLevel.Information));
        services.AddSingleton<IClock>(Clock).AddSingleton<TimeProvider>(Clock);
        services.AddStorage().AddDesk().AddWorker(Clock, Heartbeats.Simulated);
        change(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public SimulatedClock Clock { get; } = new(NewsDesk.Tuesday);

    public IServiceProvider Services => _services;

    /// <summary>The statements sent so far, each once.</summary>
    public IReadOnlyList<string> Statements => [.. _statements.Seen.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RecordDesk> OpenAsync(Action<IServiceCollection>? change = null, string? system = null)
    {
        var desk = new RecordDesk(change ?? (_ => { }), system);
        await desk._services.GetRequiredService<OpenDatabase>().RunAsync(Token);
        desk._statements.Seen.Clear();
        (await desk.RunAsync("open steel \"Steel talks\" follow:no parties:\"US=United States; JP=Japan\" zone:UTC")).Refused.ShouldBeFalse();
        return desk;
    }

    /// <summary>Forgets the statements sent so far.</summary>
    public void Forget() => _statements.Seen.Clear();

    public Task<Reply> RunAsync(string line) => RunUntilAsync(line, Token);

    public Task<Reply> RunUntilAsync(string line, CancellationToken token) => _services.GetRequiredService<ICommandDesk>()
        .RunAsync(line, new Caller("Ann", Role.Chief, new ChannelAddress("terminal", "", "desk")) { HasAgreed = true }, token);

    public async Task<T> ReadAsync<T>(Func<TalksDb, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TalksDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _database.Dispose();
    }

    private sealed class StatementLog : ILoggerProvider
    {
        public ConcurrentDictionary<string, bool> Seen { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Reader(categoryName == "Microsoft.EntityFrameworkCore.Database.Command" ? Seen : null);

        public void Dispose()
        {
        }
    }

    private sealed class Reader(ConcurrentDictionary<string, bool>? seen) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => seen is not null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (seen is not null && state is IEnumerable<KeyValuePair<string, object?>> values && values.FirstOrDefault(value => value.Key == "commandText").Value is string text)
            {
                seen[text] = true;
            }
        }
    }
}
