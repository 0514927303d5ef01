using Microsoft.EntityFrameworkCore;

namespace TalksBot.Storage.Opening;

/// <summary>Whose database a file is, so that nobody else's is taken over or mended.</summary>
internal static class FileOwner
{
    /// <summary>The mark of our files in their header, "TALK".</summary>
    public const int ApplicationId = 0x54414C4B;

    /// <summary>Null when the file is empty or ours and whole, else the sentence that refuses it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="applied">The migrations it has had.</param>
    /// <param name="known">Those that this program knows, in order.</param>
    /// <param name="file">Its path.</param>
    public static async Task<string?> RefuseAsync(TalksDb db, IReadOnlyList<string> applied, IReadOnlyList<string> known, string file, CancellationToken token)
    {
        var mark = await db.Database.SqlQuery<long>($"SELECT application_id AS \"Value\" FROM pragma_application_id").SingleAsync(token);
        var tables = await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'").ToListAsync(token);
        var isOurs = mark == ApplicationId || (mark == 0 && (applied.Contains(known[0]) || (applied.Count == 0 && tables.TrueForAll(IsOfNobody))));
        if (!isOurs)
        {
            return $"The file {file} is a database of another program, and TalksBot leaves it alone; give the path of another file with --database.";
        }

        if (applied.Except(known).LastOrDefault() is { } newer)
        {
            return $"The database {file} was written by a newer TalksBot (it knows {newer}); run that version, or give another path with --database.";
        }

        var missing = applied.SequenceEqual(known) ? Expected(db).Except(tables).FirstOrDefault() : null;
        return missing is null
            ? null
            : $"The database {file} is damaged: its table {missing} is missing; restore the file from a backup, or start with a new one and import an export.";
    }

    private static IEnumerable<string> Expected(TalksDb db) =>
        db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>What SQLite and the driver leave behind, also in a file whose first migration was interrupted.</summary>
    private static bool IsOfNobody(string table) =>
        table.StartsWith("sqlite_", StringComparison.Ordinal) || table.StartsWith("__EFMigrations", StringComparison.Ordinal);
}
