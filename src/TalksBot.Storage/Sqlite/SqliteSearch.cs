using System.Text;
using Microsoft.EntityFrameworkCore;
using TalksBot.Storage.Searching;

namespace TalksBot.Storage.Sqlite;

/// <summary>Finds records by the index of words in SQLite.</summary>
internal sealed class SqliteSearch(TalksDb db) : IRecordSearch
{
    /// <summary>Shorter words are too many words' beginnings.</summary>
    private const int ShortestBeginning = 3;

    /// <inheritdoc/>
    public async Task<FoundRows> FindAsync(string words, int? talks, int skipped, int most, CancellationToken token)
    {
        var wanted = Wanted(words);
        var only = talks ?? 0;
        var total = await db.Database.SqlQuery<int>(
            $"""
            SELECT count(*) AS "Value" FROM "Search" AS s
            WHERE s."Search" MATCH {wanted} AND ({only} = 0 OR s."Talks" = {only})
                AND (NOT EXISTS (SELECT 1 FROM "Negotiations" WHERE "Import" IS NOT NULL) OR s."Talks" NOT IN (SELECT "Id" FROM "Negotiations" WHERE "Import" IS NOT NULL))
            """).SingleAsync(token);

        // Whose they are is read of those that are wanted alone: it takes as long as weighing them all.
        var rows = await db.Database.SqlQuery<PlacedRow>(
            $"""
            SELECT f."Place", t."Talks" FROM (
                SELECT s.rowid AS "Place", bm25("Search", 4.0, 1.0) AS "Score" FROM "Search" AS s
                WHERE s."Search" MATCH {wanted} AND ({only} = 0 OR s."Talks" = {only})
                    AND (NOT EXISTS (SELECT 1 FROM "Negotiations" WHERE "Import" IS NOT NULL) OR s."Talks" NOT IN (SELECT "Id" FROM "Negotiations" WHERE "Import" IS NOT NULL))
                ORDER BY "Score", s.rowid DESC LIMIT {most} OFFSET {skipped}) AS f
            JOIN "Search" AS t ON t.rowid = f."Place" ORDER BY f."Score", f."Place" DESC
            """).ToListAsync(token);
        return new FoundRows([.. rows.Select(row => new FoundRow((RecordKind)(row.Place % SearchIndex.Kinds), (int)(row.Place / SearchIndex.Kinds), row.Talks))], total);
    }

    /// <summary>Every word between quotation marks, where nothing is read as an operator.</summary>
    private static string Wanted(string words) => string.Join(' ', words
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.EnumerateRunes().Any(Rune.IsLetterOrDigit))
        .Select(word => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(word.Length < ShortestBeginning ? "" : "*")}"));

    private sealed record PlacedRow(long Place, int Talks);
}
