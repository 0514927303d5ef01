using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Sqlite;

namespace TalksBot.Testing.WholeBot;

/// <summary>
/// A database that goes when the test goes: a SQLite file in a folder of its own, or a database on a server, as the test wants it or, where
/// it does not say, as the environment's variable <c>TALKSBOT_TEST_DATABASE</c> does.
/// </summary>
/// <param name="system">Which system; null where the test does not care.</param>
public sealed class TestDatabase(string? system = null) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("talksbot-test-");

    private readonly string? _server = (system ?? Environment.GetEnvironmentVariable("TALKSBOT_TEST_DATABASE") ?? StorageOptions.Sqlite) == StorageOptions.Postgres ? PostgresServer.Here.MakeDatabase() : null;

    /// <summary>The folder, for what stands beside the database.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The file of SQLite.</summary>
    public string File => Path.Combine(_folder.FullName, "talksbot.db");

    /// <summary>True where it is on a server.</summary>
    public bool IsPostgres => _server is not null;

    /// <summary>The connection string.</summary>
    public string Connection => _server ?? new SqliteConnectionStringBuilder { DataSource = File }.ToString();

    /// <summary>The configuration that names it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new($"{StorageOptions.Section}:Provider", IsPostgres ? StorageOptions.Postgres : StorageOptions.Sqlite),
        new($"{StorageOptions.Section}:ConnectionString", Connection),
        new($"{StorageOptions.Section}:Folder", Folder),
    ];

    /// <summary>Makes its tables and its index of words, past the migrations, which take longer.</summary>
    public async Task PrepareAsync(IServiceProvider services, CancellationToken token)
    {
        if (IsPostgres)
        {
            return;
        }

        await PrivateFiles.PrepareAsync(File);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        await db.Database.EnsureCreatedAsync(token);
        await db.Database.OpenConnectionAsync(token);
        await SearchIndex.MakeAsync(db, token);
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(token);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_server is not null)
        {
            PostgresServer.Here.DropDatabase(_server);
        }

        if (Directory.Exists(Folder))
        {
            _folder.Delete(recursive: true);
        }
    }
}
