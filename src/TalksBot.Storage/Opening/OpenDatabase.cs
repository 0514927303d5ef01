using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;

namespace TalksBot.Storage.Opening;

/// <summary>
/// Makes the SQLite file ready: creates it, sets WAL once, applies migrations, refuses a file from a newer version. Holds it
/// open until disposed, since SQLite empties and deletes its WAL whenever the last connection closes.
/// </summary>
public sealed class OpenDatabase(IDbContextFactory<SqliteTalksDb> databases, IOptions<StorageOptions> options) : IDisposable
{
    private SqliteTalksDb? _heldOpen;

    private static readonly string[] Known =
    [
        .. typeof(SqliteTalksDb).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The path of the database file.</summary>
    public string File => Path.GetFullPath(new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource);

    /// <summary>Makes the file ready, or throws <see cref="StorageRefusedException"/> with one sentence.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File) ?? File);
            await using var db = await databases.CreateDbContextAsync(token);
            await PrepareAsync(db, token);
            await HoldOpenAsync(token);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new StorageRefusedException($"The folder of the database {File} cannot be made; choose another path with --database.", fault);
        }
        catch (SqliteException fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            throw new StorageRefusedException($"{sentence} ({File})", fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _heldOpen?.Dispose();

    private async Task HoldOpenAsync(CancellationToken token)
    {
        _heldOpen?.Dispose();
        _heldOpen = await databases.CreateDbContextAsync(token);
        await _heldOpen.Database.OpenConnectionAsync(token);

        // Until it has read once, SQLite does not count it as a user of the WAL.
        await _heldOpen.Facts.AnyAsync(token);
    }

    private async Task PrepareAsync(SqliteTalksDb db, CancellationToken token)
    {
        var applied = await AppliedAsync(db, token);
        var newer = applied.Except(Known).LastOrDefault();
        if (newer is not null)
        {
            throw new StorageRefusedException(
                $"The database {File} was written by a newer TalksBot (it knows {newer}); run that version, or give another path with --database.");
        }

        if (!applied.SequenceEqual(Known))
        {
            // A process killed while migrating leaves this row behind, and EF would wait for it for ever.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS \"__EFMigrationsLock\";", token);
            await db.Database.MigrateAsync(token);
        }

        // Nothing is changed by this, but a file that cannot be written is found now and not at the first alert.
        await db.Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE; UPDATE \"Facts\" SET \"Value\" = \"Value\"; COMMIT;", token);
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
