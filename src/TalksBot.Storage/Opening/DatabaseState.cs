using Microsoft.EntityFrameworkCore;

namespace TalksBot.Storage.Opening;

/// <summary>What can be said of the database from outside: its version, its size, and the room left beside it.</summary>
/// <param name="Version">The last migration that it has had.</param>
/// <param name="Size">Of all of it, in bytes.</param>
/// <param name="Free">On the disk of its file, or of what this node keeps, in bytes; null where the system does not say.</param>
public sealed record DatabaseState(string Version, long Size, long? Free)
{
    /// <summary>With less room than this, in bytes, a busy day could fill the disk.</summary>
    public const long LeastFree = 200L * 1024 * 1024;

    /// <summary>True where there is hardly any room.</summary>
    public bool IsNearlyFull => Free < LeastFree;

    /// <summary>Reads it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="file">Where this node keeps what is its own.</param>
    /// <param name="token">Ends it.</param>
    public static async Task<DatabaseState> ReadAsync(TalksDb db, string file, CancellationToken token)
    {
        var version = await db.Database.SqlQuery<string>($"SELECT coalesce(max(\"MigrationId\"), '') AS \"Value\" FROM \"__EFMigrationsHistory\"").SingleAsync(token);
        return new DatabaseState(version, await db.SizeAsync(token), FreeBeside(file));
    }

    /// <summary>The room on a file's disk, in bytes; null where the system does not say.</summary>
    public static long? FreeBeside(string file)
    {
        try
        {
            return Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && Directory.Exists(folder) ? new DriveInfo(folder).AvailableFreeSpace : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
