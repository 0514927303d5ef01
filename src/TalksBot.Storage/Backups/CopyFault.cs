using Microsoft.Data.Sqlite;
using SQLitePCL;
using TalksBot.Storage.Opening;

namespace TalksBot.Storage.Backups;

/// <summary>Says in one sentence why a copy could not be written and what to do.</summary>
internal static class CopyFault
{
    // errno(3): no space left, quota exceeded, read-only file system.
    private const int NoSpace = 28;
    private const int Quota = 122;
    private const int ReadOnlyDisk = 30;

    /// <summary>The sentence; null when the exception is none of these.</summary>
    /// <param name="fault">What came of writing it.</param>
    /// <param name="copy">The path of the copy.</param>
    public static string? Explain(Exception fault, string copy) => fault switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_INTERRUPT } => null,
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } or IOException { HResult: NoSpace or Quota } =>
            $"The copy {copy} was not written, since the disk is full: free some space there, or choose another folder with {BackupOptions.Section}:{nameof(BackupOptions.Folder)}.",
        DirectoryNotFoundException => Gone(copy),
        SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN } or FileNotFoundException when !Directory.Exists(Path.GetDirectoryName(copy)) => Gone(copy),
        SqliteException { SqliteErrorCode: raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN } or UnauthorizedAccessException or IOException { HResult: ReadOnlyDisk } =>
            $"The copy {copy} was not written, since its folder is read-only: grant write access, or choose another folder with {BackupOptions.Section}:{nameof(BackupOptions.Folder)}.",
        SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } or IOException => $"The copy {copy} was not written, since the disk failed; check it and the space left on it. ({fault.Message})",
        SqliteException => StorageFault.Explain(fault),
        _ => null,
    };

    private static string Gone(string copy) =>
        $"The copy {copy} was not written, since its folder is not there: make or mount it, or choose another with {BackupOptions.Section}:{nameof(BackupOptions.Folder)}.";
}
