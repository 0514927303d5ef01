using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using SQLitePCL;
using TalksBot.Storage.Opening;

namespace TalksBot.Storage.Sqlite;

/// <summary>
/// Makes the SQLite file ready: creates it, sets WAL once, applies migrations, refuses a file from a newer version. Holds it
/// open until disposed, since SQLite empties and deletes its WAL whenever the last connection closes.
/// </summary>
public sealed class SqliteDatabase : OpenDatabase
{
    private static readonly TimeSpan MigrationPatience = TimeSpan.FromSeconds(30);

    private static readonly string Mark = string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {FileOwner.ApplicationId}");

    private static readonly string[] Known =
    [
        .. typeof(SqliteTalksDb).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(SqliteTalksDb))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    private readonly IDbContextFactory<SqliteTalksDb> _databases;
    private readonly DbContextOptions<SqliteTalksDb> _configured;
    private readonly IBeforeUpgrade _before;
    private readonly Func<FileFault, string, string> _refusal;
    private SqliteTalksDb? _heldOpen;

    /// <summary>The database of the desk.</summary>
    /// <param name="databases">Opens it.</param>
    /// <param name="configured">How it is opened.</param>
    /// <param name="options">Where it is.</param>
    /// <param name="before">What is done before it is changed by a newer version.</param>
    public SqliteDatabase(IDbContextFactory<SqliteTalksDb> databases, DbContextOptions<SqliteTalksDb> configured, IOptions<StorageOptions> options, IBeforeUpgrade before)
        : this(databases, configured, new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource, before, FileOwner.Refusal)
    {
    }

    /// <summary>Some database.</summary>
    /// <param name="databases">Opens it.</param>
    /// <param name="configured">How it is opened.</param>
    /// <param name="file">Where it is.</param>
    /// <param name="before">What is done before it is changed by a newer version.</param>
    /// <param name="refusal">The sentence for a file that cannot be used, and for its path.</param>
    internal SqliteDatabase(
        IDbContextFactory<SqliteTalksDb> databases, DbContextOptions<SqliteTalksDb> configured, string file, IBeforeUpgrade before, Func<FileFault, string, string> refusal)
    {
        (_databases, _configured, _before, _refusal) = (databases, configured, before, refusal);
        File = Path.GetFullPath(file);
    }

    /// <summary>The path of the database file.</summary>
    public override string File { get; }

    /// <inheritdoc/>
    public override string Name => File;

    /// <inheritdoc/>
    public override bool IsThere => System.IO.File.Exists(File);

    /// <summary>Takes the lock of the one worker; to be done before the file is made ready.</summary>
    public override async Task<IDisposable> TakeAloneAsync(CancellationToken token)
    {
        MakeFolder();
        return await WorkerLock.TakeAsync(File, token);
    }

    /// <inheritdoc/>
    public override async Task RunAsync(CancellationToken token)
    {
        try
        {
            MakeFolder();
            await PrivateFiles.PrepareAsync(File);
            await using var db = await _databases.CreateDbContextAsync(token);
            await PrepareAsync(db, token);
            await HoldOpenAsync(token);
        }
        catch (SqliteException fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            throw new StorageRefusedException($"{sentence} ({File})", fault);
        }
    }

    /// <summary>Makes the tables of an empty database.</summary>
    internal static async Task MakeTablesAsync(SqliteTalksDb db, CancellationToken token)
    {
        using var script = new StreamReader(typeof(SqliteDatabase).Assembly.GetManifestResourceStream("NewDatabase.sql")!);
        await SqlScript.RunAsync(db, await script.ReadToEndAsync(token), token);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _heldOpen?.Dispose();
        base.Dispose(disposing);
    }

    private void MakeFolder()
    {
        try
        {
            PrivateFiles.MakeFolder(Path.GetDirectoryName(File) ?? File);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new StorageRefusedException($"The folder of the database {File} cannot be made; choose another path with --database.", fault);
        }
    }

    private async Task HoldOpenAsync(CancellationToken token)
    {
        _heldOpen?.Dispose();
        _heldOpen = await _databases.CreateDbContextAsync(token);
        await _heldOpen.Database.OpenConnectionAsync(token);

        // Until it has read once, SQLite does not count it as a user of the WAL.
        await _heldOpen.Facts.AnyAsync(token);
    }

    private async Task PrepareAsync(SqliteTalksDb db, CancellationToken token)
    {
        await db.Database.OpenConnectionAsync(token);

        // Found now and not at the first alert; no lock is taken for that.
        if (db.Database.GetDbConnection() is SqliteConnection { Handle: { } handle } && raw.sqlite3_db_readonly(handle, "main") == 1)
        {
            throw new StorageRefusedException($"{StorageFault.Unwritable} ({File})");
        }

        var applied = await ReadAsync(db, token);
        await LogAheadAsync(db, token);
        if (!applied.SequenceEqual(Known))
        {
            // Whoever comes at the same time waits, and finds it done.
            using var alone = await WaitAloneAsync(token);
            await BringUpToDateAsync(db, await ReadAsync(db, token), token);
        }

        if (!await ReadOldChanges.IsDoneAsync(db, token))
        {
            using var alone = await WaitAloneAsync(token);
            if (!await ReadOldChanges.IsDoneAsync(db, token))
            {
                await ReadOldChanges.RunAsync(db, token);
            }
        }

        if (!await SearchIndex.IsKeptAsync(db, token))
        {
            using var alone = await WaitAloneAsync(token);
            if (!await SearchIndex.IsKeptAsync(db, token))
            {
                await SearchIndex.MakeAsync(db, token);
            }
        }
    }

    /// <summary>
    /// A new file is made by all migrations as one script, in a fraction of the time and memory that EF takes for them one by one. A
    /// start that was killed on the way has left a file that has had some of them.
    /// </summary>
    private async Task BringUpToDateAsync(SqliteTalksDb db, IReadOnlyList<string> applied, CancellationToken token)
    {
        if (applied.SequenceEqual(Known))
        {
            return;
        }

        // A process killed while migrating leaves this row behind, and EF would wait for it for ever.
        await SqlScript.RunAsync(db, "DROP TABLE IF EXISTS \"__EFMigrationsLock\";", token);
        if (applied.Count == 0)
        {
            await MakeTablesAsync(db, token);
        }
        else
        {
            await _before.RunAsync(applied[^1], token);
            await SearchIndex.TakeOffAsync(db, token);
            await MigrateAsync(token);
        }

        await SqlScript.RunAsync(db, Mark, token);
    }

    /// <summary>The log is kept ahead of the file, which the file itself remembers; a new file, and one that was a copy, does not yet.</summary>
    private async Task LogAheadAsync(SqliteTalksDb db, CancellationToken token)
    {
        if (!await IsLoggedAheadAsync(db, token))
        {
            using var alone = await WaitAloneAsync(token);
            await SqlScript.RunAsync(db, "PRAGMA journal_mode = WAL", token);
        }
    }

    private static async Task<bool> IsLoggedAheadAsync(SqliteTalksDb db, CancellationToken token)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        return await command.ExecuteScalarAsync(token) is "wal";
    }

    /// <summary>EF builds the whole model from the mappings to migrate; with services of its own, it gives that memory back.</summary>
    private async Task MigrateAsync(CancellationToken token)
    {
        await using var db = new SqliteTalksDb(new DbContextOptionsBuilder<SqliteTalksDb>(_configured).EnableServiceProviderCaching(false).Options);
        await db.Database.MigrateAsync(token);
    }

    private async Task<FileLock> WaitAloneAsync(CancellationToken token) => await FileLock.WaitAsync(File + ".migrating", MigrationPatience, token)
        ?? throw new StorageRefusedException($"Another TalksBot is still preparing the database {File}; wait until it is done, and start again.");

    /// <summary>The migrations that the file has had, once it is known to be ours.</summary>
    private async Task<IReadOnlyList<string>> ReadAsync(SqliteTalksDb db, CancellationToken token)
    {
        // As at one moment: another process may be making the tables between two looks.
        await using var moment = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await using var used = await db.Database.UseTransactionAsync(moment, token);
        var applied = await AppliedAsync(db, token);
        return await FileOwner.LookAsync(db, applied, Known, token) is { } fault
            ? throw new StorageRefusedException(_refusal(fault, File))
            : applied;
    }

    private static async Task<IReadOnlyList<string>> AppliedAsync(SqliteTalksDb db, CancellationToken token)
    {
        var hasHistory = await db.Database
            .SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsHistory'")
            .SingleAsync(token);
        return hasHistory == 0
            ? []
            : await db.Database
                .SqlQuery<string>($"SELECT \"MigrationId\" AS \"Value\" FROM \"__EFMigrationsHistory\" ORDER BY 1")
                .ToListAsync(token);
    }
}
