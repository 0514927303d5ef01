using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TalksBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EditorsDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Changes_Negotiations_NegotiationId",
                table: "Changes");

            migrationBuilder.AddColumn<string>(
                name: "Approval",
                table: "Updates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Embargo",
                table: "Updates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Killing",
                table: "Updates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Revisions",
                table: "Updates",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Settings_Escalate",
                table: "Follows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Settings_Live",
                table: "Follows",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Settings_Quiet",
                table: "Follows",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Act",
                table: "Deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<long>(
                name: "ActId",
                table: "Deliveries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AwaitsId",
                table: "Deliveries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "Deliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Shows",
                table: "Deliveries",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "TargetId",
                table: "Deliveries",
                type: "INTEGER",
                nullable: true);

            // Posts of updates from before show the update they are about.
            migrationBuilder.Sql("UPDATE Deliveries SET Shows = ' ' || Subject || ' ' WHERE Kind = 6;");

            migrationBuilder.AlterColumn<int>(
                name: "NegotiationId",
                table: "Changes",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<string>(
                name: "Act",
                table: "Changes",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Undoes",
                table: "Changes",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Acts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Talks = table.Column<string>(type: "TEXT", nullable: false),
                    Line = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Where = table.Column<string>(type: "TEXT", nullable: false),
                    Parts = table.Column<string>(type: "TEXT", nullable: false),
                    UndoneBy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Handovers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handovers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Roles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Roles", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_ActId",
                table: "Deliveries",
                column: "ActId",
                filter: "\"ActId\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_AwaitsId",
                table: "Deliveries",
                column: "AwaitsId",
                filter: "\"AwaitsId\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Held",
                table: "Deliveries",
                column: "FollowId",
                filter: "\"State\" = 7");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_TargetId",
                table: "Deliveries",
                column: "TargetId",
                filter: "\"TargetId\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_Acts_Key",
                table: "Acts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Acts_Talks_At",
                table: "Acts",
                columns: new[] { "Talks", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_Person",
                table: "Handovers",
                column: "Person",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Roles_To",
                table: "Roles",
                column: "To",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Changes_Negotiations_NegotiationId",
                table: "Changes",
                column: "NegotiationId",
                principalTable: "Negotiations",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Changes_Negotiations_NegotiationId",
                table: "Changes");

            migrationBuilder.DropTable(
                name: "Acts");

            migrationBuilder.DropTable(
                name: "Handovers");

            migrationBuilder.DropTable(
                name: "Roles");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_ActId",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_AwaitsId",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Held",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_TargetId",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "Approval",
                table: "Updates");

            migrationBuilder.DropColumn(
                name: "Embargo",
                table: "Updates");

            migrationBuilder.DropColumn(
                name: "Killing",
                table: "Updates");

            migrationBuilder.DropColumn(
                name: "Revisions",
                table: "Updates");

            migrationBuilder.DropColumn(
                name: "Settings_Escalate",
                table: "Follows");

            migrationBuilder.DropColumn(
                name: "Settings_Live",
                table: "Follows");

            migrationBuilder.DropColumn(
                name: "Settings_Quiet",
                table: "Follows");

            migrationBuilder.DropColumn(
                name: "Act",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "ActId",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "AwaitsId",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "Shows",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "TargetId",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "Act",
                table: "Changes");

            migrationBuilder.DropColumn(
                name: "Undoes",
                table: "Changes");

            migrationBuilder.AlterColumn<int>(
                name: "NegotiationId",
                table: "Changes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Changes_Negotiations_NegotiationId",
                table: "Changes",
                column: "NegotiationId",
                principalTable: "Negotiations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
