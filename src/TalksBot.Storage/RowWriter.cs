using Microsoft.EntityFrameworkCore.Metadata;

namespace TalksBot.Storage;

/// <summary>
/// How new rows of one kind are made of objects. What a row holds is read before the transaction begins, so that the database is held for no
/// longer than it takes to write.
/// </summary>
internal sealed class RowWriter : RowTable
{
    private readonly List<(string Column, Func<object, object?> Read)> _columns = [];

    /// <summary>Reads the mapping of a kind of row.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="numbersItself">True where the database gives the rows their numbers.</param>
    /// <param name="given">The columns whose value is the same in every row.</param>
    public RowWriter(IEntityType kind, bool numbersItself, IReadOnlyDictionary<string, object?> given)
        : base(kind)
    {
        Map(kind, row => row, given, numbersItself);
        foreach (var part in PartsOf(kind))
        {
            Map(part.TargetEntityType, part.PropertyInfo!.GetValue, given, numbersItself: true);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> Written => _columns.Select(column => column.Column);

    /// <summary>What a row holds, in the order of the columns.</summary>
    public object?[] Read(object row) => [.. _columns.Select(column => column.Read(row))];

    private void Map(IEntityType kind, Func<object, object?> part, IReadOnlyDictionary<string, object?> given, bool numbersItself)
    {
        foreach (var property in kind.GetProperties().Where(property => !(numbersItself && property.IsPrimaryKey())))
        {
            var name = ColumnOf(property);
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
