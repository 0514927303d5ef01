using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>How connections to the database come and go (decision 0013).</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly TestDatabase _database = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_handed_a_connection_that_another_used()
    {
        await using var services = Services($"Data Source={_database.File};Pooling=True");
        await using var scope = services.CreateAsyncScope();

        var connection = scope.ServiceProvider.GetRequiredService<TalksDb>().Database.GetConnectionString();

        new SqliteConnectionStringBuilder(connection).Pooling.ShouldBeFalse();
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

    public void Dispose() => _database.Dispose();

    private static ServiceProvider Services(string connection) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new($"{StorageOptions.Section}:ConnectionString", connection)])
            .Build())
        .AddLogging()
        .AddStorage()
        .BuildServiceProvider();
}
