namespace TalksBot.Storage.Opening;

/// <summary>
/// Held by the one worker of an SQLite file: two workers would send everything twice. It is the file itself that is held, by
/// whatever path or link it is reached, and beside it a file of its own for systems where that cannot be. The system lets go
/// of both when the process ends, however it ends.
/// </summary>
public sealed class WorkerLock : IDisposable
{
    private const int Attempts = 10;

    // errno(3): read-only file system.
    private const int ReadOnlyDisk = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _beside;
    private readonly FileStream? _itself;

    private WorkerLock(FileStream beside, FileStream? itself) => (_beside, _itself) = (beside, itself);

    /// <summary>Takes the lock, or throws <see cref="StorageRefusedException"/> when another worker has it.</summary>
    /// <remarks>
    /// To be taken before the first connection and disposed after the last: SQLite loses its own locks when the process closes
    /// the file anywhere.
    /// </remarks>
    public static async Task<WorkerLock> TakeAsync(string databaseFile, CancellationToken token)
    {
        FileStream? beside = null;
        try
        {
            beside = PrivateFiles.Open(databaseFile + ".worker", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
            return new WorkerLock(beside, OperatingSystem.IsWindows() || Directory.Exists(databaseFile) ? null : await HoldAsync(databaseFile, token));
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException { HResult: ReadOnlyDisk })
        {
            beside?.Dispose();
            throw new StorageRefusedException(
                $"The file {databaseFile}.worker, which keeps a second TalksBot away, cannot be written; grant write access to its folder and try again.", fault);
        }
        catch (IOException fault)
        {
            beside?.Dispose();
            throw new StorageRefusedException(
                $"Another TalksBot already works on {databaseFile}; stop it, or give another path with --database. Commands can be given beside it with: say \"/talks …\"",
                fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _itself?.Dispose();
        _beside.Dispose();
    }

    /// <summary>
    /// A worker shares the file with all who only look whether they can open it, and begins only where it could have had it
    /// alone. SQLite's own locks are of another sort on these systems and do not meet this one.
    /// </summary>
    private static async Task<FileStream?> HoldAsync(string file, CancellationToken token)
    {
        try
        {
            await using (await AloneAsync(file, token))
            {
                // Nobody holds it.
            }

            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        }
        catch (UnauthorizedAccessException)
        {
            // Whether it can be opened at all is SQLite's to say.
            return null;
        }
    }

    private static async Task<FileStream> AloneAsync(string file, CancellationToken token)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return File.Exists(file)
                    ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 1)
                    : PrivateFiles.Open(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < Attempts)
            {
                // A command that only looks is gone at once.
                await Task.Delay(Pause, token);
            }
        }
    }
}
