using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace TalksBot.Storage;

/// <summary>Statements that EF has no words for, as they stand: nothing in them may come from people.</summary>
internal static class SqlScript
{
    /// <summary>Runs them, within the transaction at hand where there is one.</summary>
    /// <param name="db">The database, with its connection open.</param>
    /// <param name="sql">The statements.</param>
    /// <param name="token">Ends the wait.</param>
    public static async Task RunAsync(TalksDb db, string sql, CancellationToken token)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Nothing in it comes from people.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(token);
    }
}
