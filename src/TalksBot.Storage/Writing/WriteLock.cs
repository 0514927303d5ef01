using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using TalksBot.Storage.Opening;

namespace TalksBot.Storage.Writing;

/// <summary>
/// Lets one writer of this process at a time into the database. It has one writer anyway; queueing here is fair and wakes the next one at
/// once, where SQLite's own waiting polls. Nobody waits longer, here and for the database together, than for the database alone: behind
/// several who wait for a lock of another program everybody would wait for all of them.
/// </summary>
public sealed class WriteLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);

    private volatile bool _waitsForLock;
    private long _turns;

    /// <summary>Rises when a turn begins and when it ends: as long as it stays the same and even, this process has written nothing.</summary>
    public long Turns => Interlocked.Read(ref _turns);

    /// <summary>Waits for the turn and begins a transaction; what is not committed is rolled back when it is disposed.</summary>
    public async Task<WriteTransaction> BeginAsync(TalksDb db, CancellationToken token)
    {
        var began = Stopwatch.GetTimestamp();
        if (!await _turn.WaitAsync(Patience, token))
        {
            throw new StorageRefusedException(_waitsForLock
                ? StorageFault.Locked
                : "TalksBot is still busy with a large change, and nothing was changed; try again in a moment.");
        }

        Interlocked.Increment(ref _turns);
        try
        {
            _waitsForLock = true;
            return new WriteTransaction(db, await db.BeginWriteAsync(Patience - Stopwatch.GetElapsedTime(began), token), Leave);
        }
        catch
        {
            Leave();
            throw;
        }
        finally
        {
            _waitsForLock = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private void Leave()
    {
        Interlocked.Increment(ref _turns);
        _turn.Release();
    }
}

/// <summary>One transaction that may write.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly TalksDb _db;
    private readonly IDbContextTransaction _transaction;
    private readonly Action _leave;

    internal WriteTransaction(TalksDb db, IDbContextTransaction transaction, Action leave)
    {
        _db = db;
        _transaction = transaction;
        _leave = leave;
    }

    /// <summary>Saves what is tracked and commits.</summary>
    public async Task CommitAsync(CancellationToken token)
    {
        await _db.SaveLastAsync(token);
        token.ThrowIfCancellationRequested();
        try
        {
            // Nobody can stop it half way, so that it is known whether it holds.
            await _transaction.CommitAsync(CancellationToken.None);
        }
        catch (DbException fault) when (StorageFault.LeavesDoubt(fault))
        {
            throw new CommitUnknownException(StorageFault.DoubtOf(fault), fault);
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
