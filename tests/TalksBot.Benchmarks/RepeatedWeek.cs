using Microsoft.Data.Sqlite;

namespace TalksBot.Benchmarks;

/// <summary>
/// A week's talks as a bot lived through them once, with all that was posted of them, put into the database again and again as if they had been
/// other talks of later weeks: years of rows in minutes, each as the bot itself wrote it.
/// </summary>
internal sealed class RepeatedWeek : IAsyncDisposable
{
    private const long TicksOfWeek = 7 * NodaConstants.TicksPerDay;

    /// <summary>Moments are larger than this in ticks, and nothing else is.</summary>
    private const string AMoment = "1000000000000000";

    private static readonly string[] Tables = ["Negotiations", "Deadlines", "Sessions", "Updates", "Follows", "Changes", "Acts", "Deliveries", "Agenda"];

    /// <summary>Columns that hold the number of a row, and of which table.</summary>
    private static readonly Dictionary<string, string> Rows = new(StringComparer.Ordinal)
    {
        ["NegotiationId"] = "Negotiations",
        ["FollowId"] = "Follows",
        ["TargetId"] = "Deliveries",
        ["AwaitsId"] = "Deliveries",
        ["SupersededBy"] = "Deliveries",
        ["ActId"] = "Acts",
    };

    /// <summary>Columns whose words tell one row, or one of the talks, from another.</summary>
    private static readonly string[] Names = ["Slug", "Talks", "Key", "MessageId", "Act"];

    private readonly SqliteConnection _connection;
    private readonly List<string> _copies = [];

    private RepeatedWeek(SqliteConnection connection) => _connection = connection;

    /// <summary>Takes what the database holds now as the week.</summary>
    /// <param name="file">The database.</param>
    public static async Task<RepeatedWeek> OfAsync(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 60 }.ToString());
        await connection.OpenAsync();
        var week = new RepeatedWeek(connection);
        await week.RunAsync("VACUUM INTO $text", $"{file}.week");
        await week.RunAsync("ATTACH $text AS lived", $"{file}.week");
        foreach (var table in Tables)
        {
            week._copies.Add(await week.CopyOfAsync(table));
        }

        return week;
    }

    /// <summary>Puts it in again, so many weeks later.</summary>
    public async Task AddAsync(int weeks)
    {
        await RunAsync("BEGIN IMMEDIATE");
        foreach (var copy in _copies)
        {
            await RunAsync(copy, $"-{weeks}", weeks);
        }

        await RunAsync("COMMIT");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    private async Task<string> CopyOfAsync(string table)
    {
        var columns = new List<string>();
        await using (var command = Command($"SELECT name FROM pragma_table_info('{table}')"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                columns.Add(reader.GetString(0));
            }
        }

        return $"INSERT INTO main.\"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", columns.Select(column => Shifted(table, column)))} FROM lived.\"{table}\"";
    }

    private static string Shifted(string table, string column) => column switch
    {
        "Id" => $"\"Id\" + $weeks * (SELECT max(\"Id\") FROM lived.\"{table}\")",
        _ when Rows.TryGetValue(column, out var of) => $"\"{column}\" + $weeks * (SELECT max(\"Id\") FROM lived.\"{of}\")",
        _ when Names.Contains(column) => $"CASE WHEN typeof(\"{column}\") = 'text' AND \"{column}\" <> '' THEN \"{column}\" || $text ELSE \"{column}\" END",
        _ => $"CASE WHEN typeof(\"{column}\") = 'integer' AND \"{column}\" > {AMoment} THEN \"{column}\" + $weeks * {TicksOfWeek} ELSE \"{column}\" END",
    };

    private async Task RunAsync(string sql, string text = "", int weeks = 0)
    {
        await using var command = Command(sql);
        command.Parameters.AddWithValue("$text", text);
        command.Parameters.AddWithValue("$weeks", weeks);
        await command.ExecuteNonQueryAsync();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this benchmark; values go in as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
