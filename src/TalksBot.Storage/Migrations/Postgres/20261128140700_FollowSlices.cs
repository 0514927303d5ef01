using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalksBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FollowSlices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ToldTo",
                table: "Agenda",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ToldTo",
                table: "Agenda");
        }
    }
}
