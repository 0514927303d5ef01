using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace TalksBot.Storage.Opening;

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
            throw new StorageRefusedException(
                $"The database file {connection.DataSource} was deleted or replaced while TalksBot was working on it, so nothing can be kept: put the file back from a backup, or leave the new one, and start TalksBot again.");
        }
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int FileControl(IntPtr database, byte[] name, int operation, out int argument);
}
