namespace TalksBot.Storage;

/// <summary>
/// Lets one writer of this process at a time into the database. SQLite has one writer anyway; queueing here is fair and
/// wakes the next one at once, where SQLite's own waiting polls.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Waits for the turn and begins a transaction; what is not committed is rolled back when it is disposed.</summary>
    public async Task<WriteTurn> BeginAsync(TalksDb db, CancellationToken token)
    {
        await _turn.WaitAsync(token);
        try
        {
            return new WriteTurn(db, await db.Database.BeginTransactionAsync(token), _turn);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
