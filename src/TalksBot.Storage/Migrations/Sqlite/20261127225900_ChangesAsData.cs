using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TalksBot.Storage.Sqlite;

#nullable disable

namespace TalksBot.Storage.Migrations.Sqlite
{
    /// <summary>
    /// Changes nothing in the tables: from here on changes are kept as data, which an older program would show as it stands, so it is to
    /// refuse the file. What was kept in words is read back when the file is opened.
    /// </summary>
    [DbContext(typeof(SqliteTalksDb))]
    [Migration("20261127225900_ChangesAsData")]
    public sealed class ChangesAsData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }
    }
}
