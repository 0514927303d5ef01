using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalksBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeptLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeptLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Line = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptLines", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeptLines_Key",
                table: "KeptLines",
                column: "Key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeptLines");
        }
    }
}
