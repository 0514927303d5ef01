using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace TalksBot.Storage.Writing;

/// <summary>The database as it stands at one moment: whoever writes meanwhile waits for nobody and is not seen. What is written in it is rolled back.</summary>
public sealed class ReadTransaction : IAsyncDisposable
{
    private readonly TalksDb _db;
    private readonly DbTransaction _transaction;

    private ReadTransaction(TalksDb db, DbTransaction transaction)
    {
        _db = db;
        _transaction = transaction;
    }

    /// <summary>Begins it at the first thing that is read.</summary>
    public static async Task<ReadTransaction> BeginAsync(TalksDb db, CancellationToken token)
    {
        await db.Database.OpenConnectionAsync(token);
        var transaction = await db.BeginReadAsync(token);
        await db.Database.UseTransactionAsync(transaction, token);
        return new ReadTransaction(db, transaction);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _db.Database.UseTransactionAsync(transaction: null);
        await _transaction.DisposeAsync();
        await _db.Database.CloseConnectionAsync();
    }
}
