namespace TalksBot.Storage.Opening;

/// <summary>The desk's database: found, made or brought up to date before anything else uses it.</summary>
public abstract class OpenDatabase : IDisposable
{
    /// <summary>The path by which what this node keeps for itself is named: what stands beside the database begins with it, and SQLite's file has it.</summary>
    public abstract string File { get; }

    /// <summary>What people are told that the desk works on; it holds no secret.</summary>
    public abstract string Name { get; }

    /// <summary>The database as people look it up: the file is there, or a server is named. Where it is false there is nothing to copy or to ask.</summary>
    public abstract bool IsThere { get; }

    /// <summary>Keeps other workers away that this one could not share the database with; to be done before it is made ready.</summary>
    public abstract Task<IDisposable> TakeAloneAsync(CancellationToken token);

    /// <summary>Makes it ready, or throws <see cref="StorageRefusedException"/> with one sentence.</summary>
    public abstract Task RunAsync(CancellationToken token);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what it holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
