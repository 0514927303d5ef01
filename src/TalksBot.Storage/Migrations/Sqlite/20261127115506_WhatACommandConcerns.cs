using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalksBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhatACommandConcerns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CameOutAt",
                table: "Updates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Group",
                table: "Updates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Standing",
                table: "Updates",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ChangedAt",
                table: "Negotiations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Import",
                table: "Negotiations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LastDeadline",
                table: "Negotiations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LastPoint",
                table: "Negotiations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LastSession",
                table: "Negotiations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LastUpdate",
                table: "Negotiations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Negotiations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Updates_NegotiationId_Group",
                table: "Updates",
                columns: new[] { "NegotiationId", "Group" },
                filter: "\"Group\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_Updates_NegotiationId_Standing_CameOutAt_Number",
                table: "Updates",
                columns: new[] { "NegotiationId", "Standing", "CameOutAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Updates_NegotiationId_Standing_HeardAt_Number",
                table: "Updates",
                columns: new[] { "NegotiationId", "Standing", "HeardAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_State",
                table: "Sessions",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Negotiations_ChangedAt",
                table: "Negotiations",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Negotiations_Import",
                table: "Negotiations",
                column: "Import",
                filter: "\"Import\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Receipts",
                table: "Deliveries",
                columns: new[] { "Talks", "DueAt", "State", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Waiting",
                table: "Deliveries",
                column: "Talks",
                filter: "\"State\" in (1, 7)");

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_Passed",
                table: "Deadlines",
                column: "State",
                filter: "\"State\" = 6");

            migrationBuilder.CreateIndex(
                name: "IX_Changes_NegotiationId_Subject",
                table: "Changes",
                columns: new[] { "NegotiationId", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_Changes_NegotiationId_Verb_At",
                table: "Changes",
                columns: new[] { "NegotiationId", "Verb", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Changes_Undoes",
                table: "Changes",
                column: "Undoes",
                filter: "\"Undoes\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_Acts_Person",
                table: "Acts",
                column: "Person");

            migrationBuilder.Sql(FillDerivedColumns.Sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Acts_Person",
                table: "Acts");

            migrationBuilder.DropIndex(
                name: "IX_Updates_NegotiationId_Group",
                table: "Updates");

            migrationBuilder.DropIndex(
                name: "IX_Updates_NegotiationId_Standing_CameOutAt_Number",
                table: "Updates");

            migrationBuilder.DropIndex(
                name: "IX_Updates_NegotiationId_Standing_HeardAt_Number",
                table: "Updates");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_State",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Negotiations_ChangedAt",
                table: "Negotiations");

            migrationBuilder.DropIndex(
                name: "IX_Negotiations_Import",
                table: "Negotiations");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Receipts",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Waiting",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deadlines_Passed",
                table: "Deadlines");

            migrationBuilder.DropIndex(
                name: "IX_Changes_NegotiationId_Subject",
                table: "Changes");

            migrationBuilder.DropIndex(
                name: "IX_Changes_NegotiationId_Verb_At",
                table: "Changes");

            migrationBuilder.DropIndex(
                name: "IX_Changes_Undoes",
                table: "Changes");

            migrationBuilder.DropColumn(
                name: "CameOutAt",
                table: "Updates");

            migrationBuilder.DropColumn(
                name: "Group",
                table: "Updates");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "Updates");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Negotiations");

            migrationBuilder.DropColumn(
                name: "Import",
                table: "Negotiations");

            migrationBuilder.DropColumn(
                name: "LastDeadline",
                table: "Negotiations");

            migrationBuilder.DropColumn(
                name: "LastPoint",
                table: "Negotiations");

            migrationBuilder.DropColumn(
                name: "LastSession",
                table: "Negotiations");

            migrationBuilder.DropColumn(
                name: "LastUpdate",
                table: "Negotiations");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Negotiations");
        }
    }
}
