using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
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

    /// <summary>The statement that writes such rows within the transaction at hand.</summary>
    public RowStatement Prepare(SqliteConnection connection)
    {
        var names = string.Join(", ", _columns.Select(column => $"\"{column.Column}\""));
        return new RowStatement(connection, $"INSERT INTO \"{_table}\" ({names}) VALUES ({string.Join(", ", _columns.Select(_ => "?"))})");
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
/// A statement that is carried out row by row. It hands the values to SQLite by their place: looking each of some ten thousand up by its name
/// took most of the time for which a large command keeps everybody else from writing.
/// </summary>
internal sealed class RowStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>Prepares it.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="text">The statement, with a question mark for each value.</param>
    public RowStatement(SqliteConnection connection, string text)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, text, out _statement));
    }

    /// <summary>Writes one row.</summary>
    /// <param name="values">What it holds, as the database keeps it.</param>
    /// <returns>The row's number.</returns>
    public long Write(object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(i + 1, values[i]));
        }

        var result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        Check(raw.sqlite3_reset(_statement));
        return raw.sqlite3_last_insert_rowid(_database);
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => raw.sqlite3_bind_text(_statement, place, text),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int(_statement, place, number),
        bool yes => raw.sqlite3_bind_int(_statement, place, yes ? 1 : 0),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        _ => throw new InvalidOperationException($"No column keeps a {value.GetType().Name}; map it to text or a number."),
    };

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
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
    /// <param name="db">The database.</param>
    /// <param name="added">What <see cref="Take"/> took.</param>
    /// <param name="isLast">True when the transaction ends with it, so that nothing of them needs to be tracked.</param>
    public static void Write(TalksDb db, List<Delivery> added, bool isLast)
    {
        var writer = new RowWriter(db.Model.FindEntityType(typeof(Delivery))!, numbersItself: true, new Dictionary<string, object?>());
        var number = typeof(Delivery).GetProperty(nameof(Delivery.Id))!;
        using var statement = writer.Prepare((SqliteConnection)db.Database.GetDbConnection());
        foreach (var delivery in added)
        {
            delivery.KnowAwaited();
            number.SetValue(delivery, statement.Write(writer.Read(delivery)));
        }

        if (!isLast)
        {
            db.Deliveries.AttachRange(added);
        }
    }
}
