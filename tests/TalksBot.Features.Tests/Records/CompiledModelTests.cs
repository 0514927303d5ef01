using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using TalksBot.Storage;
using TalksBot.Storage.Postgres;
using TalksBot.Storage.Sqlite;

namespace TalksBot.Features.Tests.Records;

/// <summary>The model that the program starts with is written down as code, and is the one that the mappings describe.</summary>
public sealed class CompiledModelTests
{
    [Fact]
    public void Is_the_model_that_the_mappings_describe()
    {
        using var db = new SqliteTalksDb(new DbContextOptionsBuilder<SqliteTalksDb>().UseSqlite("Data Source=:memory:").Options);
        db.Model.GetType().Name.ShouldBe("SqliteTalksDbModel", "the program builds its model at every start");

        Describe(db.Model).ShouldBe(Describe(db.GetService<IDesignTimeModel>().Model), "write the model anew, as CONTRIBUTING.md says");
    }

    [Fact]
    public void Both_systems_have_migrations_for_all_of_it()
    {
        using var file = new SqliteTalksDb(new DbContextOptionsBuilder<SqliteTalksDb>().UseSqlite("Data Source=:memory:").Options);
        using var server = new PostgresTalksDb(new DbContextOptionsBuilder<PostgresTalksDb>().UseNpgsql("Host=nowhere").Options);

        file.Database.HasPendingModelChanges().ShouldBeFalse("write a migration for SQLite, as CONTRIBUTING.md says");
        server.Database.HasPendingModelChanges().ShouldBeFalse("write a migration for PostgreSQL, as CONTRIBUTING.md says");
    }

    private static List<string> Describe(IModel model) =>
        [.. model.GetEntityTypes().SelectMany(Describe).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Describe(IEntityType type) =>
    [
        .. type.GetProperties().Select(property => $"{type.Name}.{property.Name}: {type.GetTableName()}.{property.GetColumnName()} {property.GetColumnType()} nullable {property.IsNullable}, longest {property.GetMaxLength()}, {property.GetTypeMapping().Converter?.GetType()}, {property.ValueGenerated}, token {property.IsConcurrencyToken}"),
        .. type.GetIndexes().Select(index => $"{type.Name}: index {Names(index.Properties)} unique {index.IsUnique}"),
        .. type.GetForeignKeys().Select(key => $"{type.Name}: refers by {Names(key.Properties)} to {key.PrincipalEntityType.Name}, {key.DeleteBehavior}, owned {key.IsOwnership}"),
    ];

    private static string Names(IEnumerable<IReadOnlyPropertyBase> properties) => string.Join("+", properties.Select(property => property.Name));
}
