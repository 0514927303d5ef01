using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalksBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PartsOfTheOutbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Held",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Outbox",
                table: "Deliveries");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Held",
                table: "Deliveries",
                column: "Talks",
                filter: "\"State\" = 7");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Leased",
                table: "Deliveries",
                columns: new[] { "Connection", "LeasedUntil" },
                filter: "\"State\" = 2");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Live",
                table: "Deliveries",
                column: "Talks",
                filter: "\"Kind\" = 12");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Outbox",
                table: "Deliveries",
                columns: new[] { "Connection", "Priority", "DueAt" },
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_ShowsOthers",
                table: "Deliveries",
                columns: new[] { "Talks", "Shows" },
                filter: "\"Shows\" <> '' and \"Shows\" <> ' ' || \"Subject\" || ' '");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_WaitingOfFollow",
                table: "Deliveries",
                column: "FollowId",
                filter: "\"State\" in (1, 7)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Held",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Leased",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Live",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Outbox",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_ShowsOthers",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_WaitingOfFollow",
                table: "Deliveries");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Held",
                table: "Deliveries",
                column: "FollowId",
                filter: "\"State\" = 7");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Outbox",
                table: "Deliveries",
                columns: new[] { "Connection", "State", "Priority", "DueAt" },
                filter: "\"State\" in (1, 2)");
        }
    }
}
