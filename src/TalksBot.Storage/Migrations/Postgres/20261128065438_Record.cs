using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace TalksBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Record : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Acts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Talks = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Line = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Where = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IdempotencyKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Parts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UndoneBy = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Agenda",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    SubjectId = table.Column<int>(type: "integer", nullable: false),
                    Due = table.Column<long>(type: "bigint", nullable: false),
                    Rung = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agenda", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChannelPauses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Lane = table.Column<int>(type: "integer", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false),
                    Since = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    TriedAt = table.Column<long>(type: "bigint", nullable: false),
                    WarnedAt = table.Column<long>(type: "bigint", nullable: true),
                    ToldAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelPauses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ClaimedServers",
                columns: table => new
                {
                    Connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Server = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimedServers", x => x.Connection);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Key = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false, collation: "C"),
                    FollowId = table.Column<int>(type: "integer", nullable: true),
                    Channel = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Talks = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Rung = table.Column<long>(type: "bigint", nullable: true),
                    Priority = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    NotBefore = table.Column<long>(type: "bigint", nullable: false),
                    Post = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    InDoubt = table.Column<bool>(type: "boolean", nullable: false),
                    LastOutcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<int>(type: "integer", nullable: true),
                    MessageId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SupersededBy = table.Column<long>(type: "bigint", nullable: true),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    Act = table.Column<int>(type: "integer", nullable: false),
                    ChangedFor = table.Column<int>(type: "integer", nullable: true),
                    LeasedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    LeasedUntil = table.Column<long>(type: "bigint", nullable: true),
                    ToldAt = table.Column<long>(type: "bigint", nullable: true),
                    TargetId = table.Column<long>(type: "bigint", nullable: true),
                    AwaitsId = table.Column<long>(type: "bigint", nullable: true),
                    Before = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ActId = table.Column<long>(type: "bigint", nullable: true),
                    Shows = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Facts",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Facts", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Handovers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handovers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Interactions",
                columns: table => new
                {
                    Connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Node = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ClaimedAt = table.Column<long>(type: "bigint", nullable: false),
                    IsAnswered = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interactions", x => new { x.Connection, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "JoinedPeople",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    One = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Other = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JoinedPeople", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeptLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Key = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    Line = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptLines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Negotiations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    LastDeadline = table.Column<int>(type: "integer", nullable: false),
                    LastSession = table.Column<int>(type: "integer", nullable: false),
                    LastUpdate = table.Column<int>(type: "integer", nullable: false),
                    LastPoint = table.Column<int>(type: "integer", nullable: false),
                    Slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Parties = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Venue = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Clocks = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Outcome_Kind = table.Column<int>(type: "integer", nullable: true),
                    Outcome_Line = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Outcome_At = table.Column<long>(type: "bigint", nullable: true),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: false),
                    Import = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Negotiations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Nodes",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    StartedAt = table.Column<long>(type: "bigint", nullable: false),
                    BeatAt = table.Column<long>(type: "bigint", nullable: false),
                    Ahead = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nodes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Roles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    To = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Role = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Roles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SendingLeases",
                columns: table => new
                {
                    Connection = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Node = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Fence = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false),
                    Session = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SendingLeases", x => x.Connection);
                });

            migrationBuilder.CreateTable(
                name: "AccessTokens",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    NegotiationId = table.Column<int>(type: "integer", nullable: true),
                    Role = table.Column<int>(type: "integer", nullable: true),
                    Label = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccessTokens_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    NegotiationId = table.Column<int>(type: "integer", nullable: true),
                    Act = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Undoes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Where = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Verb = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    After = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Changes_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Deadlines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Label = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AsReported = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Consequence = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SetBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Cover = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Repeat = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deadlines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deadlines_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Follows",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Channel = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Settings_Clock = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Settings_DigestAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Settings_Ladder = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Settings_LeastPriority = table.Column<int>(type: "integer", nullable: false),
                    Settings_Mention = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Settings_Quiet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Settings_Escalate = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Settings_Live = table.Column<bool>(type: "boolean", nullable: false),
                    Settings_Thread = table.Column<bool>(type: "boolean", nullable: false),
                    Since = table.Column<long>(type: "bigint", nullable: false),
                    DigestedUntil = table.Column<long>(type: "bigint", nullable: false),
                    RemovedAt = table.Column<long>(type: "bigint", nullable: true),
                    MutedBecause = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Thread = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Follows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Follows_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Points",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Wordings = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Points", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Points_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Channel = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Before = table.Column<long>(type: "bigint", nullable: false),
                    Clock = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false),
                    ToldOf = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    StartsAt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EndsAt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Who = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Cover = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Repeat = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sessions_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Updates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Attribution = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Link = table.Column<string>(type: "text", nullable: true),
                    Sourcing = table.Column<int>(type: "integer", nullable: false),
                    Side = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Priority = table.Column<int>(type: "integer", nullable: false),
                    HeardAt = table.Column<long>(type: "bigint", nullable: false),
                    Disputes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Embargo = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Approval = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Revisions = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Killing = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Group = table.Column<int>(type: "integer", nullable: true),
                    CameOutAt = table.Column<long>(type: "bigint", nullable: true),
                    Standing = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Updates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Updates_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessTokens_Hash",
                table: "AccessTokens",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccessTokens_NegotiationId",
                table: "AccessTokens",
                column: "NegotiationId");

            migrationBuilder.CreateIndex(
                name: "IX_Acts_IdempotencyKey",
                table: "Acts",
                column: "IdempotencyKey",
                unique: true,
                filter: "\"IdempotencyKey\" is not null and \"UndoneBy\" is null");

            migrationBuilder.CreateIndex(
                name: "IX_Acts_Key",
                table: "Acts",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Acts_Person",
                table: "Acts",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_Acts_Talks_At",
                table: "Acts",
                columns: new[] { "Talks", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Agenda_NegotiationId_State",
                table: "Agenda",
                columns: new[] { "NegotiationId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Agenda_Open",
                table: "Agenda",
                columns: new[] { "Kind", "Due" },
                filter: "\"State\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Agenda_SubjectId_Kind_State",
                table: "Agenda",
                columns: new[] { "SubjectId", "Kind", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Changes_NegotiationId_At",
                table: "Changes",
                columns: new[] { "NegotiationId", "At" });

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
                name: "IX_ChannelPauses_Connection_Place_Lane",
                table: "ChannelPauses",
                columns: new[] { "Connection", "Place", "Lane" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_NegotiationId_Number",
                table: "Deadlines",
                columns: new[] { "NegotiationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_Passed",
                table: "Deadlines",
                column: "State",
                filter: "\"State\" = 6");

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
                name: "IX_Deliveries_DueAt",
                table: "Deliveries",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Held",
                table: "Deliveries",
                column: "Talks",
                filter: "\"State\" = 7");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Key",
                table: "Deliveries",
                column: "Key",
                unique: true);

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
                name: "IX_Deliveries_Receipts",
                table: "Deliveries",
                columns: new[] { "Talks", "DueAt", "State", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_ShowsOthers",
                table: "Deliveries",
                columns: new[] { "Talks", "Shows" },
                filter: "\"Shows\" <> '' and \"Shows\" <> ' ' || \"Subject\" || ' '");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Talks_Subject",
                table: "Deliveries",
                columns: new[] { "Talks", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_TargetId",
                table: "Deliveries",
                column: "TargetId",
                filter: "\"TargetId\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Unmade",
                table: "Deliveries",
                columns: new[] { "Connection", "DueAt" },
                filter: "\"Act\" <> 1 and \"ToldAt\" is null and \"State\" in (1, 2, 6)");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Waiting",
                table: "Deliveries",
                column: "Talks",
                filter: "\"State\" in (1, 7)");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_WaitingOfFollow",
                table: "Deliveries",
                column: "FollowId",
                filter: "\"State\" in (1, 7)");

            migrationBuilder.CreateIndex(
                name: "IX_Follows_Channel",
                table: "Follows",
                column: "Channel");

            migrationBuilder.CreateIndex(
                name: "IX_Follows_NegotiationId_Channel",
                table: "Follows",
                columns: new[] { "NegotiationId", "Channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_Person",
                table: "Handovers",
                column: "Person",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_ClaimedAt",
                table: "Interactions",
                column: "ClaimedAt");

            migrationBuilder.CreateIndex(
                name: "IX_JoinedPeople_One_Other",
                table: "JoinedPeople",
                columns: new[] { "One", "Other" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeptLines_Key",
                table: "KeptLines",
                column: "Key",
                unique: true);

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
                name: "IX_Negotiations_Slug",
                table: "Negotiations",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Points_NegotiationId_Number",
                table: "Points",
                columns: new[] { "NegotiationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_NegotiationId",
                table: "Reminders",
                column: "NegotiationId");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_Person_NegotiationId_Subject_Before",
                table: "Reminders",
                columns: new[] { "Person", "NegotiationId", "Subject", "Before" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Roles_To",
                table: "Roles",
                column: "To",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_NegotiationId_Number",
                table: "Sessions",
                columns: new[] { "NegotiationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_State",
                table: "Sessions",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Updates_NegotiationId_Group",
                table: "Updates",
                columns: new[] { "NegotiationId", "Group" },
                filter: "\"Group\" is not null");

            migrationBuilder.CreateIndex(
                name: "IX_Updates_NegotiationId_Number",
                table: "Updates",
                columns: new[] { "NegotiationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Updates_NegotiationId_Standing_CameOutAt_Number",
                table: "Updates",
                columns: new[] { "NegotiationId", "Standing", "CameOutAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Updates_NegotiationId_Standing_HeardAt_Number",
                table: "Updates",
                columns: new[] { "NegotiationId", "Standing", "HeardAt", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessTokens");

            migrationBuilder.DropTable(
                name: "Acts");

            migrationBuilder.DropTable(
                name: "Agenda");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "ChannelPauses");

            migrationBuilder.DropTable(
                name: "ClaimedServers");

            migrationBuilder.DropTable(
                name: "Deadlines");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "Facts");

            migrationBuilder.DropTable(
                name: "Follows");

            migrationBuilder.DropTable(
                name: "Handovers");

            migrationBuilder.DropTable(
                name: "Interactions");

            migrationBuilder.DropTable(
                name: "JoinedPeople");

            migrationBuilder.DropTable(
                name: "KeptLines");

            migrationBuilder.DropTable(
                name: "Nodes");

            migrationBuilder.DropTable(
                name: "Points");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "Roles");

            migrationBuilder.DropTable(
                name: "SendingLeases");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "Updates");

            migrationBuilder.DropTable(
                name: "Negotiations");
        }
    }
}
