using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Sqlite;

namespace TalksBot.Storage.Backups;

/// <summary>
/// Puts a copy in the place of the database. What the desk was told since the copy is lost, and what it told is not known any more: so whatever
/// may have been sent meanwhile is looked for before it is sent (decision 0025).
/// </summary>
public sealed class RestoreDatabase(OpenDatabase database, IClock clock)
{
    private const string Begun = ".restoring";

    /// <summary>A database that was not closed is its file and its log; the file is last, so that it is never there without its log.</summary>
    private static readonly string[] Whole = ["-wal", ""];

    private static readonly string[] Beside = ["-wal", "-shm", "-journal"];

    /// <summary>Restores, or throws <see cref="StorageRefusedException"/> with one sentence and leaves everything as it was.</summary>
    /// <param name="copy">The path of the copy, which stays as it is.</param>
    /// <param name="token">Ends it as long as the copy has not taken the database's name.</param>
    public async Task<Restored> RunAsync(string copy, CancellationToken token)
    {
        var from = Path.GetFullPath(copy);
        Refuse(from);
        using var alone = await database.TakeAloneAsync(token);
        var begun = database.File + Begun;
        try
        {
            Forget(begun);
            await BringAsync(from, begun, token);
            var restored = await PrepareAsync(from, begun, token);
            return await SwapAsync(begun, restored, token);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException { SqliteErrorCode: raw.SQLITE_READONLY or raw.SQLITE_IOERR or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN })
        {
            Forget(begun);
            throw new StorageRefusedException($"Nothing was restored, since {begun} could not be written: free some space, or grant write access to its folder, and try again. ({fault.Message})", fault);
        }
        catch
        {
            Forget(begun);
            throw;
        }
    }

    private void Refuse(string from)
    {
        if (Directory.Exists(from))
        {
            throw new StorageRefusedException($"{from} is a folder; name a copy in it.");
        }

        if (!File.Exists(from))
        {
            throw new StorageRefusedException($"There is no file {from}; name a copy that backup made.");
        }

        if (from == database.File)
        {
            throw new StorageRefusedException($"{from} is the database itself; name a copy of it.");
        }
    }

    /// <summary>A copy that somebody made by hand may have a log beside it, which belongs to it.</summary>
    private static async Task BringAsync(string from, string begun, CancellationToken token)
    {
        foreach (var suffix in Whole.Where(suffix => File.Exists(from + suffix)))
        {
            await DurableFiles.CopyAsync(from + suffix, begun + suffix, token);
        }
    }

    /// <summary>Makes of the copy a database of this version that says what is in doubt.</summary>
    private async Task<Restored> PrepareAsync(string from, string begun, CancellationToken token)
    {
        await LookThroughAsync(from, begun, token);
        var now = clock.GetCurrentInstant();
        Restored restored;
        using (var staged = new StagedDatabase(begun, (fault, _) => Refusal(fault, from)))
        {
            await staged.Opening.RunAsync(token);
            await using var db = staged.CreateDbContext();
            restored = await DoubtAsync(db, now, token);
        }

        await DatabaseCopy.RunAsync(begun, SqliteOpenMode.ReadWrite, [("PRAGMA wal_checkpoint(TRUNCATE)", null), ("PRAGMA journal_mode = DELETE", null)], token);
        DurableFiles.Flush(begun);
        return restored;
    }

    private static async Task LookThroughAsync(string from, string begun, CancellationToken token)
    {
        string? flaw;
        try
        {
            flaw = new FileInfo(begun).Length == 0 ? "it is empty" : await DatabaseCopy.FlawAsync(begun, token);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_NOTADB)
        {
            throw new StorageRefusedException($"{from} is no database; name a copy that backup made.", fault);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_CORRUPT)
        {
            flaw = fault.Message;
        }

        if (flaw is not null)
        {
            throw new StorageRefusedException($"{from} is damaged ({flaw}); take an older copy.");
        }
    }

    private static string Refusal(FileFault fault, string from) => fault switch
    {
        FileFault.Foreign => $"{from} is a database of another program; name a copy that backup made.",
        FileFault.Newer newer => $"{from} was written by a newer TalksBot (it knows {newer.Migration}); restore it with that version.",
        FileFault.Missing missing => $"{from} is damaged (its table {missing.Table} is missing); take an older copy.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What waited when the copy was made may have been sent since; what falls due until now is asked about when it is queued.</summary>
    private static async Task<Restored> DoubtAsync(TalksDb db, Instant now, CancellationToken token)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        var doubtful = await db.Deliveries
            .Where(delivery => delivery.Act == DeliveryAct.Post && (delivery.State == DeliveryState.Pending || delivery.State == DeliveryState.Sending))
            .ToListAsync(token);
        doubtful.ForEach(delivery => delivery.Orphan());
        await db.RememberAsync(Fact.RestoredAt, now, token);
        await db.SaveChangesAsync(token);
        var copied = await db.RecallMomentAsync(Fact.CopiedAt, token);
        await transaction.CommitAsync(token);
        return new Restored(copied, doubtful.Count, Before: null);
    }

    /// <summary>The name of the database never stands for anything but a sound file: the old one, and from one moment to the next the new one.</summary>
    private async Task<Restored> SwapAsync(string begun, Restored restored, CancellationToken token)
    {
        // The lock of the worker makes the file where there is none.
        var isNew = new FileInfo(database.File) is { Exists: true, Length: 0 } && !File.Exists(database.File + "-wal");
        var kept = isNew ? null : $"{database.File}.before-{FileStamp.Of(clock.GetCurrentInstant())}";
        if (kept is not null)
        {
            await SettleAsync(database.File, token);
            await KeepAsync(kept, token);
        }

        await using var held = await HoldAsync(database.File, token);
        token.ThrowIfCancellationRequested();
        foreach (var suffix in Beside)
        {
            File.Delete(database.File + suffix);
        }

        DurableFiles.Rename(begun, database.File);
        Forget(begun);
        return restored with { Before = kept };
    }

    /// <summary>What is written ahead goes into the file, so that the file alone is whole; one that is broken is kept with its log.</summary>
    private static async Task SettleAsync(string file, CancellationToken token)
    {
        try
        {
            await DatabaseCopy.RunAsync(file, SqliteOpenMode.ReadWrite, [("PRAGMA journal_mode = DELETE", null)], token);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            throw new StorageRefusedException($"Another program has {file} open; close it, and restore again.", fault);
        }
        catch (SqliteException)
        {
            // It is why somebody restores.
        }
    }

    private async Task KeepAsync(string kept, CancellationToken token)
    {
        foreach (var suffix in Whole.Where(suffix => File.Exists(database.File + suffix)))
        {
            var begun = kept + suffix + DatabaseCopy.Begun;
            File.Delete(begun);
            await DurableFiles.CopyAsync(database.File + suffix, begun, token);
            DurableFiles.Flush(begun);
            DurableFiles.Rename(begun, kept + suffix);
        }
    }

    /// <summary>While the name changes hands nobody may begin to write beside it; a broken file nobody can write into.</summary>
    private static async Task<SqliteConnection?> HoldAsync(string file, CancellationToken token)
    {
        var connection = await OpenOrNullAsync(file, token);
        try
        {
            if (connection is not null)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "BEGIN EXCLUSIVE";
                await command.ExecuteNonQueryAsync(token);
            }

            return connection;
        }
        catch (SqliteException fault)
        {
            await connection!.DisposeAsync();
            return fault.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED
                ? throw new StorageRefusedException($"Another program has {file} open; close it, and restore again.", fault)
                : null;
        }
    }

    private static async Task<SqliteConnection?> OpenOrNullAsync(string file, CancellationToken token)
    {
        try
        {
            return await DatabaseCopy.OpenAsync(file, SqliteOpenMode.ReadWrite, token);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static void Forget(string begun) => DurableFiles.Discard([.. Beside.Append(".migrating").Append("").Select(suffix => begun + suffix)]);
}

/// <summary>A database that took the place of another.</summary>
/// <param name="CopiedAt">When its copy was made; null where the copy does not say.</param>
/// <param name="Doubtful">How many posts waited then and may have been sent since.</param>
/// <param name="Before">Where the database that was there is kept; null where there was none.</param>
public sealed record Restored(Instant? CopiedAt, int Doubtful, string? Before);
