using System.Text;
using Microsoft.Data.Sqlite;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>Every row of every table, to see whether anything changed.</summary>
internal static class WrittenRecord
{
    /// <summary>The rows as text.</summary>
    public static string Of(TestDatabase database)
    {
        using var connection = new SqliteConnection($"Data Source={database.File};Pooling=False;Mode=ReadOnly");
        connection.Open();
        var text = new StringBuilder();
        foreach (var table in Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"))
        {
            text.AppendLine(table).AppendJoin('\n', Rows(connection, $"SELECT * FROM \"{table}\"")).AppendLine();
        }

        return text.ToString();
    }

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }
}
