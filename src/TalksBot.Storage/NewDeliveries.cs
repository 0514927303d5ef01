using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;
using TalksBot.Core.Deliveries;

namespace TalksBot.Storage;

/// <summary>
/// Writes new deliveries, of which a command may make hundreds, by one prepared statement instead of one command each; from then on
/// they are tracked like rows that were read.
/// </summary>
internal static class NewDeliveries
{
    /// <summary>What waits to be written, in the order in which it was added; no longer tracked.</summary>
    public static List<Delivery> Take(TalksDb db)
    {
        // Until they have a row they are numbered as they were added; the tracker lists them in any order.
        var added = db.Tracked<Delivery>().Where(entry => entry.State is EntityState.Added).OrderBy(entry => entry.CurrentValues.GetValue<long>(nameof(Delivery.Id))).ToList();
        added.ForEach(entry => entry.State = EntityState.Detached);
        return added.ConvertAll(entry => entry.Entity);
    }

    /// <summary>Writes them within the transaction at hand.</summary>
    public static async Task WriteAsync(TalksDb db, List<Delivery> added, CancellationToken token)
    {
        var writer = new RowWriter(db.Model.FindEntityType(typeof(Delivery))!, numbersItself: true, new Dictionary<string, object?>());
        var number = typeof(Delivery).GetProperty(nameof(Delivery.Id))!;
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var command = writer.Prepare(connection, (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        foreach (var delivery in added)
        {
            delivery.KnowAwaited();
            RowWriter.Fill(command, writer.Read(delivery));
            await command.ExecuteNonQueryAsync(token);
            number.SetValue(delivery, raw.sqlite3_last_insert_rowid(connection.Handle));
        }

        db.Deliveries.AttachRange(added);
    }
}
