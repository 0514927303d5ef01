using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TalksBot.Core.Deliveries;

namespace TalksBot.Storage;

/// <summary>
/// How new rows of one kind are written past EF, as the model maps them. What a row holds is read before the
/// transaction begins, so that the database is held for no longer than it takes to write.
/// </summary>
internal sealed class RowWriter
{
    private readonly List<(string Column, Func<object, object?> Read)> _columns = [];
    private readonly List<Type> _types = [];
    private readonly string _table;
    private readonly string[] _keys;

    /// <summary>Reads the mapping of a kind of row.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="numbersItself">True where the database gives the rows their numbers.</param>
    /// <param name="given">The columns whose value is the same in every row.</param>
    public RowWriter(IEntityType kind, bool numbersItself, IReadOnlyDictionary<string, object?> given)
    {
        (_table, _keys) = Named(kind);
        Map(kind, row => row, given, numbersItself);
        foreach (var part in kind.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned()))
        {
            Map(part.TargetEntityType, part.PropertyInfo!.GetValue, given, numbersItself: true);
        }
    }

    /// <summary>The columns of a kind of row, all of them, for rows that are not read from objects.</summary>
    /// <param name="kind">The kind.</param>
    public RowWriter(IEntityType kind)
    {
        (_table, _keys) = Named(kind);
        IsNumbered = kind.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd, Name: "Id" }];
        var parts = kind.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned()).Select(navigation => navigation.TargetEntityType);
        foreach (var property in parts.Prepend(kind).SelectMany((part, at) => part.GetProperties().Where(property => at == 0 || !property.IsPrimaryKey())).OrderBy(ColumnOf, StringComparer.Ordinal))
        {
            _columns.Add((ColumnOf(property), _ => throw new InvalidOperationException("The rows are not read from objects.")));
            var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
            _types.Add(Nullable.GetUnderlyingType(stored) ?? stored);
        }
    }

    /// <summary>The table's name.</summary>
    public string Name => _table;

    /// <summary>The columns by which its rows are told apart, as SQL names them.</summary>
    public string Keys => string.Join(", ", _keys.Select(key => $"\"{key}\""));

    /// <summary>True where the database numbers the rows itself.</summary>
    public bool IsNumbered { get; }

    /// <summary>What the columns keep; known where the rows are not read from objects.</summary>
    public IReadOnlyList<Type> Types => _types;

    /// <summary>What a row holds, in the order of the columns.</summary>
    public object?[] Read(object row) => [.. _columns.Select(column => column.Read(row))];

    /// <summary>The table, as SQL names it.</summary>
    public string Table => $"\"{_table}\"";

    /// <summary>Its columns, as SQL names them.</summary>
    public string Columns => string.Join(", ", _columns.Select(column => $"\"{column.Column}\""));

    /// <summary>How many columns it has.</summary>
    public int Width => _columns.Count;

    private string ColumnOf(IProperty property) => property.GetColumnName(StoreObjectIdentifier.Table(_table))!;

    private static (string Table, string[] Keys) Named(IEntityType kind)
    {
        var table = kind.GetTableName()!;
        return (table, [.. kind.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName(StoreObjectIdentifier.Table(table))!)]);
    }

    private void Map(IEntityType kind, Func<object, object?> part, IReadOnlyDictionary<string, object?> given, bool numbersItself)
    {
        foreach (var property in kind.GetProperties().Where(property => !(numbersItself && property.IsPrimaryKey())))
        {
            var name = property.GetColumnName(StoreObjectIdentifier.Table(_table))!;
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

/// <summary>
/// New deliveries, of which a command may make hundreds, are written together instead of one by one; from then on they are tracked like
/// rows that were read.
/// </summary>
internal static class NewDeliveries
{
    private static readonly PropertyInfo Id = typeof(Delivery).GetProperty(nameof(Delivery.Id))!;

    /// <summary>What waits to be written, in the order in which it was added; no longer tracked.</summary>
    public static List<Delivery> Take(TalksDb db)
    {
        // Until they have a row they are numbered as they were added; the tracker lists them in any order.
        var added = db.Tracked<Delivery>().Where(entry => entry.State is EntityState.Added).OrderBy(entry => entry.CurrentValues.GetValue<long>(nameof(Delivery.Id))).ToList();
        added.ForEach(entry => entry.State = EntityState.Detached);
        return added.ConvertAll(entry => entry.Entity);
    }

    /// <summary>How they are written.</summary>
    /// <param name="db">The database.</param>
    /// <param name="numbersItself">True where the database gives them their numbers.</param>
    public static RowWriter WriterOf(TalksDb db, bool numbersItself) => new(db.Model.FindEntityType(typeof(Delivery))!, numbersItself, new Dictionary<string, object?>());

    /// <summary>Gives one its number.</summary>
    public static void Number(Delivery delivery, long number) => Id.SetValue(delivery, number);
}
