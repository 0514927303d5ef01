using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Archive;

namespace TalksBot.Storage.Sqlite;

/// <summary>Turns what an older version kept of changes in words into data, once for each database and all of it or nothing.</summary>
internal static class ReadOldChanges
{
    private const string Data = "data";

    /// <summary>Does it where it was not done.</summary>
    public static async Task RunAsync(SqliteTalksDb db, CancellationToken token)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        var talks = await db.AllNegotiations.Include(known => known.Deadlines).Include(known => known.Sessions).AsSplitQuery().ToListAsync(token);
        foreach (var one in talks)
        {
            OldWords.Read(one, await db.Changes.Where(change => change.NegotiationId == one.Id).ToListAsync(token));
        }

        db.Facts.Add(new Fact { Name = Fact.ChangeForm, Value = Data });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        db.ChangeTracker.Clear();
    }

    /// <summary>True where it was done.</summary>
    public static Task<bool> IsDoneAsync(SqliteTalksDb db, CancellationToken token) => db.Facts.AnyAsync(fact => fact.Name == Fact.ChangeForm, token);
}
