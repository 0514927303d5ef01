using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Opening;

namespace TalksBot.Storage.Postgres;

/// <summary>
/// Makes a database on a PostgreSQL server ready: waits for the server, refuses what would not keep its word, applies migrations, of which
/// one node does all while the others wait.
/// </summary>
public sealed partial class PostgresDatabase(IDbContextFactory<PostgresTalksDb> databases, IOptions<StorageOptions> options, TimeProvider time, ILogger<PostgresDatabase> log) : OpenDatabase
{
    /// <summary>The oldest server that has what is used, 14, as it numbers itself.</summary>
    private const int OldestServer = 140000;

    private const int Looks = 5;

    /// <summary>What a node holds while it makes or changes the tables.</summary>
    private const long Migrating = 0x54414C4D;

    private static readonly Duration TolerableClock = Duration.FromSeconds(1);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly string[] Known =
    [
        .. typeof(PostgresTalksDb).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(PostgresTalksDb))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    private readonly NpgsqlConnectionStringBuilder _where = new(options.Value.ConnectionString);

    /// <inheritdoc/>
    public override string File { get; } = Path.GetFullPath(Path.Combine(options.Value.Folder, "talksbot"));

    /// <inheritdoc/>
    public override string Name => $"{_where.Database} on {_where.Host}";

    /// <inheritdoc/>
    public override bool IsThere => true;

    /// <summary>Any number of nodes share the database; of those that share a folder, which holds what is a node's own, only one works.</summary>
    public override async Task<IDisposable> TakeAloneAsync(CancellationToken token)
    {
        MakeFolder();
        return await WorkerLock.TakeAsync(File, token);
    }

    /// <inheritdoc/>
    public override async Task RunAsync(CancellationToken token)
    {
        MakeFolder();
        try
        {
            await using var db = await ConnectAsync(token);
            await RefuseAsync(db, token);
            await LookAtClockAsync(db, token);
            await BringUpToDateAsync(db, token);
        }
        catch (Exception fault) when (fault is not StorageRefusedException && StorageFault.Explain(fault) is { } sentence)
        {
            throw new StorageRefusedException($"{sentence} ({Name})", fault);
        }
    }

    private void MakeFolder()
    {
        try
        {
            PrivateFiles.MakeFolder(Path.GetDirectoryName(File)!);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new StorageRefusedException($"The folder {Path.GetDirectoryName(File)} cannot be made; choose another with {StorageOptions.Section}:{nameof(StorageOptions.Folder)}.", fault);
        }
    }

    /// <summary>A server that starts with the machine may come after this program.</summary>
    private async Task<PostgresTalksDb> ConnectAsync(CancellationToken token)
    {
        var began = time.GetTimestamp();
        for (var isFirst = true; ; isFirst = false)
        {
            var db = await databases.CreateDbContextAsync(token);
            try
            {
                await db.Database.OpenConnectionAsync(token);
                return db;
            }
            catch (Exception fault) when (IsPassing(fault) && time.GetElapsedTime(began) < options.Value.Patience)
            {
                await db.DisposeAsync();
                if (isFirst)
                {
                    Waits(Name, options.Value.Patience.TotalSeconds);
                }

                await Task.Delay(Pause, time, token);
            }
            catch
            {
                await db.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>EF wraps what it takes for passing.</summary>
    private static bool IsPassing(Exception fault) => (fault is InvalidOperationException { InnerException: { } inner } ? inner : fault) switch
    {
        PostgresException refused => refused.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections,
        NpgsqlException or TimeoutException => true,
        _ => false,
    };

    private async Task RefuseAsync(PostgresTalksDb db, CancellationToken token)
    {
        if (int.Parse(await ShowAsync(db, "server_version_num", token), CultureInfo.InvariantCulture) < OldestServer)
        {
            throw new StorageRefusedException($"The database server is version {await ShowAsync(db, "server_version", token)}; use PostgreSQL 14 or newer. ({Name})");
        }

        if (await db.Database.SqlQuery<bool>($"SELECT pg_is_in_recovery() AS \"Value\"").SingleAsync(token) || await ShowAsync(db, "default_transaction_read_only", token) == "on")
        {
            throw new StorageRefusedException($"The database server is read-only, as a replica is; give the address of the primary server. ({Name})");
        }

        if (await ShowAsync(db, "synchronous_commit", token) == "off")
        {
            throw new StorageRefusedException($"The database server has synchronous_commit=off and may forget what it confirmed, so an alert could be told twice or never; set it to on for this database. ({Name})");
        }

        if (await ShowAsync(db, "server_encoding", token) != "UTF8")
        {
            throw new StorageRefusedException($"The database does not keep its text in UTF-8; create one with ENCODING 'UTF8'. ({Name})");
        }
    }

    /// <summary>Several looks, of which the shortest counts: everything goes by the database's clock from here on.</summary>
    private async Task LookAtClockAsync(PostgresTalksDb db, CancellationToken token)
    {
        if (time is not DatabaseClock clock)
        {
            return;
        }

        for (var look = 0; look < Looks; look++)
        {
            var asked = TimeProvider.System.GetTimestamp();
            var at = await db.Database.SqlQueryRaw<long>($"SELECT {ServerClock.Now} AS \"Value\"").SingleAsync(token);
            clock.Look(Instant.FromUnixTimeTicks(at), asked, TimeProvider.System.GetTimestamp());
        }

        if (Duration.Max(clock.Ahead, -clock.Ahead) > TolerableClock)
        {
            ClockIsOff(clock.Ahead.TotalSeconds);
        }
    }

    private async Task BringUpToDateAsync(PostgresTalksDb db, CancellationToken token)
    {
        var applied = await AppliedAsync(db, token);
        if (applied.Except(Known).LastOrDefault() is { } newer)
        {
            throw new StorageRefusedException($"The database was written by a newer TalksBot (it knows {newer}); run that version, or give another database. ({Name})");
        }

        if (applied.Count < Known.Length)
        {
            // EF's own lock is a table that an empty database lacks, so nodes that are started together would all make the tables. Who comes later
            // finds it done. A lock of a transaction holds behind a pooler too.
            await using var others = await databases.CreateDbContextAsync(token);
            await using var alone = await others.Database.BeginTransactionAsync(token);
            await SqlScript.RunAsync(others, $"SELECT pg_advisory_xact_lock({Migrating})", token);
            applied = await AppliedAsync(db, token);
            if (applied.Count < Known.Length)
            {
                await db.Database.MigrateAsync(token);
            }
        }

        if (await MissingAsync(db, token) is { } missing)
        {
            throw new StorageRefusedException($"The database is damaged: its table {missing} is missing; restore it from a backup, or start with a new one and import an export. ({Name})");
        }
    }

    private static async Task<string?> MissingAsync(PostgresTalksDb db, CancellationToken token)
    {
        var there = await db.Database.SqlQuery<string>($"SELECT tablename::text AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()").ToListAsync(token);
        return db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Except(there).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private static async Task<IReadOnlyList<string>> AppliedAsync(PostgresTalksDb db, CancellationToken token) =>
        await db.Database.SqlQuery<bool>($"SELECT to_regclass('\"__EFMigrationsHistory\"') IS NOT NULL AS \"Value\"").SingleAsync(token)
            ? await db.Database.SqlQuery<string>($"SELECT \"MigrationId\"::text AS \"Value\" FROM \"__EFMigrationsHistory\" ORDER BY 1").ToListAsync(token)
            : [];

    private static Task<string> ShowAsync(PostgresTalksDb db, string setting, CancellationToken token) =>
        db.Database.SqlQuery<string>($"SELECT current_setting({setting}) AS \"Value\"").SingleAsync(token);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Name} does not answer yet; it is waited for, {Seconds} s at most")]
    private partial void Waits(string name, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This machine's clock is {Seconds:0.0} s ahead of the database's, by which everything goes: have it kept by NTP, or its logs tell wrong times")]
    private partial void ClockIsOff(double seconds);
}
