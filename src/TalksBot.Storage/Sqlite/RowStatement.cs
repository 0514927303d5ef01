using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TalksBot.Storage.Sqlite;

/// <summary>
/// A statement that is carried out row by row. It hands the values to SQLite by their place: looking each of some ten thousand up by its name
/// took most of the time for which a large command keeps everybody else from writing.
/// </summary>
internal sealed class RowStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    private RowStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Prepares new rows.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="table">The table that they are written into.</param>
    public static RowStatement Insert(SqliteConnection connection, RowTable table) =>
        new(connection, $"INSERT INTO {table.Table} ({table.Columns}) VALUES ({string.Join(", ", Enumerable.Repeat("?", table.Width))})");

    /// <summary>Prepares changes of rows: the new values in the order of the columns, and at last the row's number.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="table">The table, as SQL names it.</param>
    /// <param name="columns">What is changed, as SQL names it.</param>
    public static RowStatement Update(SqliteConnection connection, string table, IEnumerable<string> columns) =>
        new(connection, $"UPDATE {table} SET {string.Join(", ", columns.Select(column => $"{column} = ?"))} WHERE \"Id\" = ?");

    /// <summary>How many rows the last one changed.</summary>
    public int Changed => raw.sqlite3_changes(_database);

    /// <summary>Writes one row.</summary>
    /// <param name="values">What it holds, as the database keeps it.</param>
    /// <returns>The number of the row that was added last.</returns>
    public long Write(IReadOnlyList<object?> values)
    {
        for (var i = 0; i < values.Count; i++)
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
