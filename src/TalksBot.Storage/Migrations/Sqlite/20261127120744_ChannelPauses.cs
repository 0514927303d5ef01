using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalksBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ChannelPauses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Acts_IdempotencyKey",
                table: "Acts");

            migrationBuilder.AddColumn<int>(
                name: "ChangedFor",
                table: "Deliveries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeasedBy",
                table: "Deliveries",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LeasedUntil",
                table: "Deliveries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Reason",
                table: "Deliveries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ToldAt",
                table: "Deliveries",
                type: "INTEGER",
                nullable: true);

            // What was written in words becomes facts: said from the start, perhaps twice, a status message that ended.
            migrationBuilder.Sql("update \"Deliveries\" set \"Reason\" = 1 where \"State\" = 4 and \"LastOutcome\" = 'its message says so from the start';");
            migrationBuilder.Sql("update \"Deliveries\" set \"Reason\" = 2 where \"State\" = 3 and \"LastOutcome\" like 'perhaps twice: %';");
            migrationBuilder.Sql("update \"Deliveries\" set \"Reason\" = 4 where \"Kind\" = 12 and \"Act\" = 1 and \"Post\" like '%no longer kept up to date%';");

            // Changes given up long ago are no news, and what waits is not kept back by itself any more.
            migrationBuilder.Sql("update \"Deliveries\" set \"ToldAt\" = 0 where \"Act\" <> 1 and \"State\" = 6;");
            migrationBuilder.Sql("update \"Deliveries\" set \"NotBefore\" = \"DueAt\" where \"State\" = 1;");
            migrationBuilder.Sql("update \"Acts\" set \"IdempotencyKey\" = null where \"UndoneBy\" is null and exists (select 1 from \"Acts\" as \"Earlier\" where \"Earlier\".\"IdempotencyKey\" = \"Acts\".\"IdempotencyKey\" and \"Earlier\".\"UndoneBy\" is null and \"Earlier\".\"Id\" < \"Acts\".\"Id\");");

            migrationBuilder.CreateTable(
                name: "ChannelPauses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Connection = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Lane = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelPauses", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Unmade",
                table: "Deliveries",
                columns: new[] { "Connection", "DueAt" },
                filter: "\"Act\" <> 1 and \"ToldAt\" is null and \"State\" in (1, 2, 6)");

            migrationBuilder.CreateIndex(
                name: "IX_Acts_IdempotencyKey",
                table: "Acts",
                column: "IdempotencyKey",
                unique: true,
                filter: "\"IdempotencyKey\" is not null and \"UndoneBy\" is null");

            migrationBuilder.CreateIndex(
                name: "IX_ChannelPauses_Connection_Place_Lane",
                table: "ChannelPauses",
                columns: new[] { "Connection", "Place", "Lane" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChannelPauses");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Unmade",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Acts_IdempotencyKey",
                table: "Acts");

            migrationBuilder.DropColumn(
                name: "ChangedFor",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "LeasedBy",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "LeasedUntil",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "Deliveries");

            migrationBuilder.CreateIndex(
                name: "IX_Acts_IdempotencyKey",
                table: "Acts",
                column: "IdempotencyKey");
        }
    }
}
