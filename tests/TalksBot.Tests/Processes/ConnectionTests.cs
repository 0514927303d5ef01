using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Times;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Sqlite;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>How connections to the database come and go (decision 0013).</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly TestDatabase _database = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_handed_a_connection_that_another_uses()
    {
        using var opened = new CancellationTokenSource();
        var clearing = Task.Run(() => ClearUntil(opened.Token), Token);

        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(UseAsync, Token)));
        await opened.CancelAsync();

        used.ShouldAllBe(count => count == 2_000);
        (await clearing).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_log_of_the_database_stays_between_two_uses_and_is_gone_after_the_last()
    {
        var log = new FileInfo($"{_database.File}-wal");
        await using (var services = Services($"Data Source={_database.File}"))
        {
            await services.GetRequiredService<OpenDatabase>().RunAsync(Token);
            await using (var scope = services.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<TalksDb>().Facts.AnyAsync(Token);
            }

            log.Refresh();
            log.Exists.ShouldBeTrue();
        }

        log.Refresh();
        log.Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_connection_makes_no_new_file_in_the_place_of_one_that_was_deleted()
    {
        await using var services = Services($"Data Source={_database.File}");
        await services.GetRequiredService<OpenDatabase>().RunAsync(Token);
        File.Delete(_database.File);

        // As many at once as the pool has none for.
        for (var i = 0; i < 3; i++)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
            (await Should.ThrowAsync<StorageRefusedException>(() => db.Database.OpenConnectionAsync(Token))).Message.ShouldContain("was deleted or replaced");
        }

        File.Exists(_database.File).ShouldBeFalse();
    }

    public void Dispose() => _database.Dispose();

    private async Task<int> UseAsync()
    {
        var used = 0;
        for (; used < 2_000; used++)
        {
            await using var connection = new GuardedConnection($"Data Source={_database.File}");
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_master";
            await command.ExecuteScalarAsync(Token);
        }

        return used;
    }

    private int ClearUntil(CancellationToken stop)
    {
        using var connection = new GuardedConnection($"Data Source={_database.File}");
        var cleared = 0;
        while (!stop.IsCancellationRequested)
        {
            connection.ClearPool();
            cleared++;
        }

        return cleared;
    }

    private static ServiceProvider Services(string connection) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new($"{StorageOptions.Section}:ConnectionString", connection)])
            .Build())
        .AddLogging()
        .AddSingleton<IClock>(new SimulatedClock(Instant.FromUtc(1995, 6, 28, 16, 0)))
        .AddStorage()
        .BuildServiceProvider();
}
