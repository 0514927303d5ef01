using System.Data.Common;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalksBot.Storage.Opening;

namespace TalksBot.Storage.Sqlite;

/// <summary>Whose database a file is, so that nobody else's is taken over or mended.</summary>
internal static class FileOwner
{
    /// <summary>The mark of our files in their header, "TALK".</summary>
    public const int ApplicationId = 0x54414C4B;

    /// <summary>Null when the file is empty or ours and whole, else what is wrong with it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="applied">The migrations it has had.</param>
    /// <param name="known">Those that this program knows, in order.</param>
    public static async Task<FileFault?> LookAsync(TalksDb db, IReadOnlyList<string> applied, IReadOnlyList<string> known, CancellationToken token)
    {
        var mark = await db.Database.SqlQuery<long>($"SELECT application_id AS \"Value\" FROM pragma_application_id").SingleAsync(token);
        var tables = await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'").ToListAsync(token);
        var isOurs = mark == ApplicationId || (mark == 0 && (applied.Contains(known[0]) || (applied.Count == 0 && tables.TrueForAll(IsOfNobody))));
        if (!isOurs)
        {
            return new FileFault.Foreign();
        }

        if (applied.Except(known).LastOrDefault() is { } newer)
        {
            return new FileFault.Newer(newer);
        }

        var missing = applied.SequenceEqual(known) ? Expected(db).Except(tables).FirstOrDefault() : null;
        return missing is null ? null : new FileFault.Missing(missing);
    }

    /// <summary>The sentence that refuses a database.</summary>
    /// <param name="fault">What is wrong with it.</param>
    /// <param name="file">Its path.</param>
    public static string Refusal(FileFault fault, string file) => fault switch
    {
        FileFault.Foreign => $"The file {file} is a database of another program, and TalksBot leaves it alone; give the path of another file with --database.",
        FileFault.Newer newer => $"The database {file} was written by a newer TalksBot (it knows {newer.Migration}); run that version, or give another path with --database.",
        FileFault.Missing missing => $"The database {file} is damaged: its table {missing.Table} is missing; restore the file from a backup, or start with a new one and import an export.",
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<string> Expected(TalksDb db) =>
        db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>What SQLite and the driver leave behind, also in a file whose first migration was interrupted.</summary>
    private static bool IsOfNobody(string table) =>
        table.StartsWith("sqlite_", StringComparison.Ordinal) || table.StartsWith("__EFMigrations", StringComparison.Ordinal);
}

/// <summary>Why a file is not used as a database. A closed set.</summary>
internal abstract record FileFault
{
    private FileFault()
    {
    }

    /// <summary>It is another program's.</summary>
    public sealed record Foreign : FileFault;

    /// <summary>A newer version wrote it.</summary>
    /// <param name="Migration">The last one that it has had, which this version does not know.</param>
    public sealed record Newer(string Migration) : FileFault;

    /// <summary>A table is missing.</summary>
    public sealed record Missing(string Table) : FileFault;
}

/// <summary>
/// Whether a connection still works on the file that stands at its path. When the file was deleted or replaced, SQLite goes on
/// writing into what nobody can open any more, and everything would seem to be done.
/// </summary>
internal static class FileIdentity
{
    // https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html
    private const int HasMoved = 20;

    private const int Ok = 0;

    private static readonly byte[] Main = [.. "main\0"u8];

    /// <summary>Throws <see cref="StorageRefusedException"/> when the file is not there any more.</summary>
    public static void RefuseMoved(SqliteConnection connection)
    {
        if (connection.Handle is { } handle && FileControl(handle.DangerousGetHandle(), Main, HasMoved, out var moved) == Ok && moved != 0)
        {
            throw Moved(connection);
        }
    }

    /// <summary>The sentence for a file that is not there any more.</summary>
    public static StorageRefusedException Moved(DbConnection connection) => new(
        $"The database file {connection.DataSource} was deleted or replaced while TalksBot was working on it, so nothing can be kept: put the file back from a backup, or leave the new one, and start TalksBot again.");

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int FileControl(IntPtr database, byte[] name, int operation, out int argument);
}
