using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TalksBot.Storage.Postgres;

namespace TalksBot.Storage.Migrations.Postgres;

/// <summary>The index of words.</summary>
[DbContext(typeof(PostgresTalksDb))]
[Migration("20261128065439_Search")]
public sealed class Search : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(PostgresSearchIndex.Make);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(PostgresSearchIndex.Unmake);
}
