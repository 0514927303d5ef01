using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksBot.Storage.Searching;

namespace TalksBot.Storage.Sqlite;

/// <summary>
/// The index of words in SQLite. Triggers keep it, so that it agrees with the record whoever writes: a command, an import, an undo. It holds no
/// text, only where words are; what is not shown is never in it. A migration may make a table anew and so lose its triggers: they are taken off
/// before one and put on after it.
/// </summary>
public static class SearchIndex
{
    /// <summary>The index.</summary>
    internal const string Table = "Search";

    /// <summary>What tells the kinds apart in the index: a row's place there is its number times this, plus its kind.</summary>
    internal const int Kinds = 8;

    /// <summary>To be raised whenever the statements below read otherwise: then the index is made anew.</summary>
    private const string Version = "1";

    private const string Make =
        $"""
        DROP TABLE IF EXISTS "{Table}";
        CREATE VIRTUAL TABLE "{Table}" USING fts5("Words", "Beside", "Talks" UNINDEXED, content='', contentless_delete=1, contentless_unindexed=1, tokenize="unicode61 remove_diacritics 2");
        """;

    private static readonly string[] Events = ["Added", "Changed", "Removed"];

    private static readonly Source[] Sources =
    [
        new(RecordKind.Talks, "Negotiations", ["Title", "Venue"]) { Talks = "Id", Words = "{0}.\"Title\"", Beside = "{0}.\"Venue\"" },
        new(RecordKind.Deadline, "Deadlines", ["Label", "Consequence"]) { Words = "{0}.\"Label\"", Beside = "{0}.\"Consequence\"" },
        new(RecordKind.Session, "Sessions", ["Who", "Place"]) { Words = "{0}.\"Who\"", Beside = "{0}.\"Place\"" },
        new(RecordKind.Update, "Updates", ["Text", "Attribution", "Standing"])
        {
            Words = "{0}.\"Text\"",
            Beside = "{0}.\"Attribution\"",
            If = "{0}.\"Standing\" = 1",
        },
        new(RecordKind.Point, "Points", ["Title", "Wordings"])
        {
            Words = "{0}.\"Title\"",
            Beside = "(SELECT group_concat(json_extract(w.\"value\", '$.Wording'), ' ') FROM json_each({0}.\"Wordings\") AS w)",
        },
    ];

    private static readonly string Unmake = string.Concat(Sources.SelectMany(source => source.Names).Select(name => $"DROP TRIGGER IF EXISTS \"{name}\";\n"));

    private static readonly string Fill = string.Concat(Sources.Select(source => $"{source.Take("r")} FROM \"{source.Table}\" AS r WHERE {Of(source.If, "r")};\n"));

    private static readonly string Keep = string.Concat(Sources.SelectMany(source => source.Triggers));

    /// <summary>Takes the triggers off, so that the tables below them may be changed.</summary>
    /// <param name="db">The database, with its connection open.</param>
    /// <param name="token">Ends the wait.</param>
    public static Task TakeOffAsync(TalksDb db, CancellationToken token) => SqlScript.RunAsync(db, Unmake, token);

    /// <summary>True where the index is there and is kept.</summary>
    /// <param name="db">The database, with its connection open.</param>
    /// <param name="token">Ends the wait.</param>
    public static async Task<bool> IsKeptAsync(TalksDb db, CancellationToken token)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'trigger'";
        await using var rows = await command.ExecuteReaderAsync(token);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(token))
        {
            kept.Add(rows.GetString(0));
        }

        return Sources.SelectMany(source => source.Names).All(kept.Contains);
    }

    /// <summary>Makes the index anew of all that it shall hold, and has it kept from then on.</summary>
    /// <param name="db">The database, with its connection open.</param>
    /// <param name="token">Ends the wait.</param>
    public static async Task MakeAsync(TalksDb db, CancellationToken token)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        await SqlScript.RunAsync(db, string.Concat(Unmake, Make, "\n", Fill, Keep), token);
        await transaction.CommitAsync(token);
    }

    private static string Of(string expression, string row) => string.Format(CultureInfo.InvariantCulture, expression, row);

    /// <summary>A table whose rows have words.</summary>
    /// <param name="Kind">What they are.</param>
    /// <param name="Table">The table.</param>
    /// <param name="Columns">The columns on which the words depend.</param>
    private sealed record Source(RecordKind Kind, string Table, IReadOnlyList<string> Columns)
    {
        /// <summary>What weighs more, of the row <c>{0}</c>.</summary>
        public required string Words { get; init; }

        /// <summary>What weighs less.</summary>
        public required string Beside { get; init; }

        /// <summary>The column that names the talks.</summary>
        public string Talks { get; init; } = "NegotiationId";

        /// <summary>Which rows are shown.</summary>
        public string If { get; init; } = "true";

        /// <summary>The triggers' names.</summary>
        public IEnumerable<string> Names => Events.Select(name => $"Search_{Table}_{name}_{Version}");

        /// <summary>The triggers.</summary>
        public IEnumerable<string> Triggers
        {
            get
            {
                string[] names = [.. Names];
                var columns = string.Join(", ", Columns.Select(column => $"\"{column}\""));
                var take = $"{Take("new")} WHERE {Of(If, "new")};";
                var drop = $"DELETE FROM \"{SearchIndex.Table}\" WHERE rowid = {Place("old")};";
                yield return $"CREATE TRIGGER \"{names[0]}\" AFTER INSERT ON \"{Table}\" BEGIN {take} END;\n";
                yield return $"CREATE TRIGGER \"{names[1]}\" AFTER UPDATE OF {columns} ON \"{Table}\" BEGIN {drop} {take} END;\n";
                yield return $"CREATE TRIGGER \"{names[2]}\" AFTER DELETE ON \"{Table}\" BEGIN {drop} END;\n";
            }
        }

        /// <summary>Takes a row into the index.</summary>
        public string Take(string row) =>
            $"INSERT INTO \"{SearchIndex.Table}\" (rowid, \"Words\", \"Beside\", \"Talks\") SELECT {Place(row)}, {Of(Words, row)}, {Of(Beside, row)}, {row}.\"{Talks}\"";

        private string Place(string row) => string.Create(CultureInfo.InvariantCulture, $"{row}.\"Id\" * {Kinds} + {(int)Kind}");
    }
}
