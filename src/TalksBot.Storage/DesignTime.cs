using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TalksBot.Storage;

/// <summary>Lets <c>dotnet ef migrations add … --context SqliteTalksDb --output-dir Migrations/Sqlite</c> build the model.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteTalksDb>
{
    /// <inheritdoc/>
    public SqliteTalksDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTalksDb>().UseSqlite("Data Source=design.db").Options);
}
