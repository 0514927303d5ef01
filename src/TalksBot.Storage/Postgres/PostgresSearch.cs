using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalksBot.Storage.Searching;

namespace TalksBot.Storage.Postgres;

/// <summary>Finds records by the index of words in PostgreSQL.</summary>
internal sealed class PostgresSearch(TalksDb db) : IRecordSearch
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
            SELECT count(*)::integer AS "Value" FROM "Search" AS s
            WHERE s."Words" @@ to_tsquery('simple', search_plain({wanted})) AND ({only} = 0 OR s."Talks" = {only})
                AND NOT EXISTS (SELECT 1 FROM "Negotiations" AS n WHERE n."Id" = s."Talks" AND n."Import" IS NOT NULL)
            """).SingleAsync(token);
        var rows = await db.Database.SqlQuery<PlacedRow>(
            $"""
            SELECT s."Place", s."Talks" FROM "Search" AS s
            WHERE s."Words" @@ to_tsquery('simple', search_plain({wanted})) AND ({only} = 0 OR s."Talks" = {only})
                AND NOT EXISTS (SELECT 1 FROM "Negotiations" AS n WHERE n."Id" = s."Talks" AND n."Import" IS NOT NULL)
            ORDER BY ts_rank(s."Words", to_tsquery('simple', search_plain({wanted})), 1) DESC, s."Place" DESC LIMIT {most} OFFSET {skipped}
            """).ToListAsync(token);
        return new FoundRows([.. rows.Select(row => new FoundRow((RecordKind)(row.Place % PostgresSearchIndex.Kinds), (int)(row.Place / PostgresSearchIndex.Kinds), row.Talks))], total);
    }

    /// <summary>Every run of letters and digits between quotation marks, where nothing is read as an operator; those of one word follow one another.</summary>
    private static string Wanted(string words) => string.Join(" & ", words
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(Runs)
        .Where(runs => runs.Count > 0)
        .Select(runs => string.Join(" <-> ", runs.Select((run, at) => at == runs.Count - 1 && run.Length >= ShortestBeginning ? $"'{run}':*" : $"'{run}'"))));

    private static List<string> Runs(string word)
    {
        var runs = new List<string>();
        var run = new StringBuilder();
        foreach (var rune in word.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
            {
                run.Append(rune);
            }
            else if (run.Length > 0)
            {
                runs.Add(run.ToString());
                run.Clear();
            }
        }

        if (run.Length > 0)
        {
            runs.Add(run.ToString());
        }

        return runs;
    }

    private sealed record PlacedRow(long Place, int Talks);
}
