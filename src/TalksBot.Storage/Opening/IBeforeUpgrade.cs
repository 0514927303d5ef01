namespace TalksBot.Storage.Opening;

/// <summary>What is done before a version of the program changes a database that an older one has written.</summary>
public interface IBeforeUpgrade
{
    /// <summary>Does it, or throws <see cref="StorageRefusedException"/>: then nothing is changed.</summary>
    /// <param name="lastApplied">The last migration that the database has had.</param>
    Task RunAsync(string lastApplied, CancellationToken token);
}

/// <summary>Nothing: for a file that is a copy already.</summary>
internal sealed class NothingBeforeUpgrade : IBeforeUpgrade
{
    /// <inheritdoc/>
    public Task RunAsync(string lastApplied, CancellationToken token) => Task.CompletedTask;
}
