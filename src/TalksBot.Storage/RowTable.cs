using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TalksBot.Storage;

/// <summary>A table and some of its columns, into which rows are written past EF as the model maps them.</summary>
/// <param name="kind">The kind of row.</param>
internal abstract class RowTable(IEntityType kind)
{
    /// <summary>The table's name.</summary>
    public string Name { get; } = kind.GetTableName()!;

    /// <summary>The table, as SQL names it.</summary>
    public string Table => $"\"{Name}\"";

    /// <summary>The columns that are written, in their order.</summary>
    protected abstract IEnumerable<string> Written { get; }

    /// <summary>These columns, as SQL names them.</summary>
    public string Columns => string.Join(", ", Written.Select(column => $"\"{column}\""));

    /// <summary>How many these are.</summary>
    public int Width => Written.Count();

    /// <summary>What a kind of row keeps in the same table: itself first, then its parts.</summary>
    protected static IEnumerable<INavigation> PartsOf(IEntityType kind) => kind.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned());

    /// <summary>The column of a property.</summary>
    protected string ColumnOf(IProperty property) => property.GetColumnName(StoreObjectIdentifier.Table(Name))!;
}

/// <summary>A table with all of its columns, for rows that are carried from one database to another as they are.</summary>
internal sealed class WholeTable : RowTable
{
    private readonly List<IProperty> _properties;
    private readonly string[] _keys;

    /// <summary>The table of a kind of row; its columns are in the order of their names, whatever the database system.</summary>
    public WholeTable(IEntityType kind)
        : base(kind)
    {
        var parts = PartsOf(kind).SelectMany(part => part.TargetEntityType.GetProperties().Where(property => !property.IsPrimaryKey()));
        _properties = [.. kind.GetProperties().Concat(parts).OrderBy(ColumnOf, StringComparer.Ordinal)];
        var key = kind.FindPrimaryKey()!.Properties;
        _keys = [.. key.Select(ColumnOf)];
        IsNumbered = key is [{ ValueGenerated: ValueGenerated.OnAdd, Name: "Id" }];
        Types = [.. _properties.Select(property => property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType).Select(stored => Nullable.GetUnderlyingType(stored) ?? stored)];
    }

    /// <summary>The columns by which its rows are told apart, as SQL names them.</summary>
    public string Keys => string.Join(", ", _keys.Select(key => $"\"{key}\""));

    /// <summary>True where the database numbers the rows itself.</summary>
    public bool IsNumbered { get; }

    /// <summary>What the columns keep.</summary>
    public IReadOnlyList<Type> Types { get; }

    /// <inheritdoc/>
    protected override IEnumerable<string> Written => _properties.Select(ColumnOf);
}
