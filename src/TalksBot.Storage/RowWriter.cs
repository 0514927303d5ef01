using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;
using TalksBot.Core.Deliveries;

namespace TalksBot.Storage;

/// <summary>
/// Writes new rows of one kind by one prepared statement, as the model maps them. What a row holds is read before the
/// transaction begins, so that the database is held for no longer than it takes to write.
/// </summary>
internal sealed class RowWriter
{
    private readonly List<(string Column, Func<object, object?> Read)> _columns = [];
    private readonly string _table;

    /// <summary>Reads the mapping of a kind of row.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="numbersItself">True where the database gives the rows their numbers.</param>
    /// <param name="given">The columns whose value is the same in every row.</param>
    public RowWriter(IEntityType kind, bool numbersItself, IReadOnlyDictionary<string, object?> given)
    {
        _table = kind.GetTableName()!;
        Map(kind, row => row, given, numbersItself);
        foreach (var part in kind.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned()))
        {
            Map(part.TargetEntityType, part.PropertyInfo!.GetValue, given, numbersItself: true);
        }
    }

    /// <summary>What a row holds, in the order of the columns.</summary>
    public object?[] Read(object row) => [.. _columns.Select(column => column.Read(row))];

    /// <summary>The statement that writes one row.</summary>
    public SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = string.Join(", ", _columns.Select(column => $"\"{column.Column}\""));
#pragma warning disable CA2100 // The names are those of the model; what people typed goes in as values.
        command.CommandText = $"INSERT INTO \"{_table}\" ({names}) VALUES ({string.Join(", ", _columns.Index().Select(column => $"@p{column.Index}"))})";
#pragma warning restore CA2100
        command.Parameters.AddRange(_columns.Index().Select(column => new SqliteParameter($"@p{column.Index}", value: null)));
        command.Prepare();
        return command;
    }

    /// <summary>Gives the statement what a row holds.</summary>
    public static void Fill(SqliteCommand command, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    private void Map(IEntityType kind, Func<object, object?> part, IReadOnlyDictionary<string, object?> given, bool numbersItself)
    {
        foreach (var property in kind.GetProperties().Where(property => !(numbersItself && property.IsPrimaryKey())))
        {
            var name = property.GetColumnName(StoreObjectIdentifier.Table(_table))!;
            var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
            if (property.PropertyInfo is { } member)
            {
                _columns.Add((name, row => part(row) is { } owner && member.GetValue(owner) is { } value ? (convert is null ? value : convert(value)) : null));
            }
            else if (given.TryGetValue(name, out var constant))
            {
                _columns.Add((name, _ => constant));
            }
        }
    }
}

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
