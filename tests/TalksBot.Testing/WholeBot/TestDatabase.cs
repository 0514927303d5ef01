using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Times;
using TalksBot.Storage.Opening;

namespace TalksBot.Testing.WholeBot;

/// <summary>
/// A database that goes when the test goes: a SQLite file in a folder of its own, or a database on a server, as the test wants it or, where
/// it does not say, as the environment's variable <c>TALKSBOT_TEST_DATABASE</c> does.
/// </summary>
/// <param name="system">Which system; null where the test does not care.</param>
public sealed class TestDatabase(string? system = null) : IDisposable
{
    private static readonly Lazy<Task<byte[]>> Made = new(MakeAsync);

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

    /// <summary>Makes it as a start of the program leaves it, where there is nothing yet: a copy of one that was made so once.</summary>
    public async Task PrepareAsync(CancellationToken token)
    {
        if (!IsPostgres && !System.IO.File.Exists(File))
        {
            await PrivateFiles.PrepareAsync(File);
            await System.IO.File.WriteAllBytesAsync(File, await Made.Value, token);
        }
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

    private static async Task<byte[]> MakeAsync()
    {
        using var first = new TestDatabase(StorageOptions.Sqlite);
        await using (var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(first.Settings).Build())
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IClock>(new TimeProviderClock(TimeProvider.System))
            .AddStorage()
            .BuildServiceProvider())
        {
            await services.GetRequiredService<OpenDatabase>().RunAsync(CancellationToken.None);
        }

        // Whoever leaves last puts the log into the file.
        return await System.IO.File.ReadAllBytesAsync(first.File);
    }
}
