using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TalksBot.Storage;

/// <summary>A row of a numbered table that is written past EF: what of it is read otherwise than it was.</summary>
/// <param name="Table">The table, as SQL names it.</param>
/// <param name="Columns">What changed, as SQL names it.</param>
/// <param name="Values">The new values in the same order, as the database keeps them, and the row's number.</param>
internal sealed record ChangedRow(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object?> Values)
{
    /// <summary>The same for rows in which the same changed.</summary>
    public string Set { get; } = string.Join(',', Columns);

    /// <summary>Takes the changed rows of a kind out of what EF is going to write; from then on they are tracked as they read now.</summary>
    public static IReadOnlyList<ChangedRow> Take<T>(TalksDb db)
        where T : class
    {
        var taken = new List<ChangedRow>();
        foreach (var entry in db.Tracked<T>().Where(entry => entry.State is EntityState.Unchanged or EntityState.Modified))
        {
            entry.DetectChanges();
            if (entry.State is EntityState.Modified)
            {
                taken.Add(Take(entry));
            }
        }

        return taken;
    }

    private static ChangedRow Take(EntityEntry entry)
    {
        var table = StoreObjectIdentifier.Table(entry.Metadata.GetTableName()!);
        var changed = entry.Properties.Where(property => property.IsModified).ToList();
        var row = new ChangedRow(
            $"\"{table.Name}\"",
            [.. changed.Select(property => $"\"{property.Metadata.GetColumnName(table)}\"")],
            [.. changed.Select(Stored), entry.Property("Id").CurrentValue]);
        changed.ForEach(property => property.OriginalValue = property.CurrentValue);
        entry.State = EntityState.Unchanged;
        return row;
    }

    private static object? Stored(PropertyEntry property) =>
        property.CurrentValue is { } value && property.Metadata.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : property.CurrentValue;
}
