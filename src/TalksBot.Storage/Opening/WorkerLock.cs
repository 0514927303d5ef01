namespace TalksBot.Storage.Opening;

/// <summary>
/// Held by the one worker of an SQLite file: two workers would send everything twice. The system lets go of it when the
/// process ends, however it ends.
/// </summary>
public sealed class WorkerLock : IDisposable
{
    private readonly FileStream _file;

    private WorkerLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or throws <see cref="StorageRefusedException"/> when another worker has it.</summary>
    public static WorkerLock Take(string databaseFile)
    {
        try
        {
            return new WorkerLock(new FileStream(databaseFile + ".worker", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StorageRefusedException(
                $"The file {databaseFile}.worker, which keeps a second TalksBot away, cannot be written; grant write access to its folder and try again.", fault);
        }
        catch (IOException fault)
        {
            throw new StorageRefusedException(
                $"Another TalksBot already works on {databaseFile}; stop it, or give another path with --database. Commands can be given beside it with: say \"/talks …\"",
                fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
