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

    /// <summary>Prepares it.</summary>
    /// <param name="connection">The open connection.</param>
    /// <param name="table">The table that it writes into.</param>
    public RowStatement(SqliteConnection connection, RowTable table)
    {
        _database = connection.Handle!;
        var places = string.Join(", ", Enumerable.Repeat("?", table.Width));
        Check(raw.sqlite3_prepare_v2(_database, $"INSERT INTO {table.Table} ({table.Columns}) VALUES ({places})", out _statement));
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
