namespace TalksBot.Storage.Opening;

/// <summary>
/// Has a scope work on a database in which whoever writes keeps nobody waiting, for what is rolled back anyway. On a server that is the desk's own;
/// a file has one writer, so there it is an empty one in memory.
/// </summary>
/// <param name="open">Opens the empty one; null where the desk's own serves.</param>
public sealed class ScratchDatabase(Func<CancellationToken, Task<TalksDb>>? open)
{
    /// <summary>What the scope works on; null for the desk's database.</summary>
    internal TalksDb? Context { get; private set; }

    /// <summary>To be called before anything of the scope asks for the database.</summary>
    public async Task UseAsync(CancellationToken token) => Context = open is null ? null : await open(token);
}
