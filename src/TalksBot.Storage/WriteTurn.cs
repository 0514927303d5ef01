using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using TalksBot.Storage.Opening;

namespace TalksBot.Storage;

/// <summary>One transaction that may write.</summary>
public sealed class WriteTurn : IAsyncDisposable
{
    private readonly TalksDb _db;
    private readonly IDbContextTransaction _transaction;
    private readonly Action _leave;

    internal WriteTurn(TalksDb db, IDbContextTransaction transaction, Action leave)
    {
        _db = db;
        _transaction = transaction;
        _leave = leave;
    }

    /// <summary>Saves what is tracked, within the transaction.</summary>
    public Task SaveAsync(CancellationToken token) => _db.SaveChangesAsync(token);

    /// <summary>Saves what is tracked and commits.</summary>
    public async Task CommitAsync(CancellationToken token)
    {
        await _db.SaveChangesAsync(token);
        token.ThrowIfCancellationRequested();
        try
        {
            // Nobody can stop it half way, so that it is known whether it holds.
            await _transaction.CommitAsync(CancellationToken.None);
        }
        catch (SqliteException fault) when (StorageFault.LeavesDoubt(fault))
        {
            throw new CommitUnknownException(StorageFault.Doubtful, fault);
        }
    }

    /// <summary>Rolls back what was not committed and lets the next writer in.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
        }
        finally
        {
            _leave();
        }
    }
}
