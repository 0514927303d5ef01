using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Sqlite;

namespace TalksBot.Storage.Backups;

/// <summary>
/// Writes a sound copy of a database while others work on it. The name of the copy is given to a file that is whole, looked through and on
/// the disk, so that it never stands for anything else; a file that was begun and left is written anew.
/// </summary>
internal static class DatabaseCopy
{
    /// <summary>What the name of a copy that is being written ends with.</summary>
    public const string Begun = ".tmp";

    /// <summary>Copies, or throws <see cref="StorageRefusedException"/> with one sentence.</summary>
    /// <param name="database">The path of the database.</param>
    /// <param name="copy">The path of the copy; what stands there is replaced.</param>
    /// <param name="now">The moment that the copy keeps as its own.</param>
    /// <param name="token">Ends it, and leaves nothing behind.</param>
    public static async Task WriteAsync(string database, string copy, Instant now, CancellationToken token)
    {
        var begun = copy + Begun;
        try
        {
            File.Delete(begun);
            await PrivateFiles.Open(begun, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite).DisposeAsync();
            await RunAsync(database, SqliteOpenMode.ReadWrite, [("VACUUM INTO $file", begun)], token);
            await SealAsync(begun, now, token);
            DurableFiles.Flush(begun);
            DurableFiles.Rename(begun, copy);
        }
        catch (Exception fault) when (CopyFault.Explain(fault, copy) is { } sentence)
        {
            DurableFiles.Discard([begun]);
            throw new StorageRefusedException(sentence, fault);
        }
        catch (OperationCanceledException)
        {
            DurableFiles.Discard([begun]);
            throw;
        }
    }

    /// <summary>What SQLite finds wrong with a file; null where it is whole.</summary>
    public static async Task<string?> FlawAsync(string file, CancellationToken token)
    {
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadWrite, token);
        await using var stop = Stopping(connection, token);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        var found = (string?)await command.ExecuteScalarAsync(token);
        token.ThrowIfCancellationRequested();
        return found == "ok" ? null : found?.ReplaceLineEndings(" ") ?? "it is empty";
    }

    /// <summary>A connection of its own that nobody keeps.</summary>
    public static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken token)
    {
        var connection = new GuardedConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 4 }.ToString());
        await connection.OpenAsync(token);
        return connection;
    }

    /// <summary>Runs statements; a value goes in as <c>$file</c>.</summary>
    public static async Task RunAsync(string file, SqliteOpenMode mode, IEnumerable<(string Sql, string? Value)> statements, CancellationToken token)
    {
        await using var connection = await OpenAsync(file, mode, token);
        await using var stop = Stopping(connection, token);
        foreach (var (sql, value) in statements)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this program; what comes from people goes in as a value.
            command.CommandText = sql;
#pragma warning restore CA2100
            if (value is not null)
            {
                command.Parameters.AddWithValue("$file", value);
            }

            await command.ExecuteNonQueryAsync(token);
        }

        token.ThrowIfCancellationRequested();
    }

    /// <summary>A long statement knows nothing of tokens.</summary>
    private static CancellationTokenRegistration Stopping(SqliteConnection connection, CancellationToken token) =>
        token.Register(() => raw.sqlite3_interrupt(connection.Handle));

    /// <summary>The copy says when it was made, and is looked through. Its journal is in memory: nobody else has its name yet.</summary>
    private static async Task SealAsync(string begun, Instant now, CancellationToken token)
    {
        var at = now.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture);
        await RunAsync(begun, SqliteOpenMode.ReadWrite, [("PRAGMA journal_mode = MEMORY", null), ($"INSERT OR REPLACE INTO \"Facts\" (\"Name\", \"Value\") VALUES ('{Fact.CopiedAt}', $file)", at)], token);
        if (await FlawAsync(begun, token) is { } flaw)
        {
            throw new StorageRefusedException($"The copy came out damaged ({flaw}): the database itself is, or the disk; run check, and keep the copies there are.");
        }
    }
}
