using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;
using TalksBot.Core.Deliveries;

namespace TalksBot.Storage.Sqlite;

/// <summary>The database as one SQLite file.</summary>
public sealed class SqliteTalksDb(DbContextOptions<SqliteTalksDb> options) : TalksDb(options)
{
    private SqliteConnection Connection => (SqliteConnection)Database.GetDbConnection();

    /// <inheritdoc/>
    internal override async Task<IDbContextTransaction> BeginWriteAsync(TimeSpan patience, CancellationToken token)
    {
        await using var shortened = await SqliteConnectionInterceptor.ShortenAsync(this, patience, token);
        return await Database.BeginTransactionAsync(token);
    }

    /// <inheritdoc/>
    internal override Task<DbTransaction> BeginReadAsync(CancellationToken token) => Task.FromResult<DbTransaction>(Connection.BeginTransaction(deferred: true));

    /// <inheritdoc/>
    internal override Task InsertAsync(IReadOnlyList<(RowTable Table, object?[] Values)> rows, CancellationToken token)
    {
        var statements = rows.Select(row => row.Table).Distinct().ToDictionary(table => table, table => RowStatement.Insert(Connection, table));
        foreach (var (table, values) in rows)
        {
            statements[table].Write(values);
        }

        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    internal override Task InsertAsync(IReadOnlyList<Delivery> added, CancellationToken token)
    {
        var writer = NewDeliveries.WriterOf(this, numbersItself: true);
        using var statement = RowStatement.Insert(Connection, writer);
        foreach (var delivery in added)
        {
            delivery.KnowAwaited();
            NewDeliveries.Number(delivery, statement.Write(writer.Read(delivery)));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    /// <remarks>The driver has SQLite read every statement anew, which takes longer than carrying it out.</remarks>
    private protected override IReadOnlyList<ChangedRow> TakeChanged() => ChangedRow.Take<Delivery>(this);

    /// <inheritdoc/>
    private protected override void Write(IReadOnlyList<ChangedRow> changed)
    {
        foreach (var alike in changed.GroupBy(row => row.Set))
        {
            using var statement = RowStatement.Update(Connection, alike.First().Table, alike.First().Columns);
            foreach (var row in alike)
            {
                statement.Write(row.Values);
                if (statement.Changed != 1)
                {
                    throw new DbUpdateConcurrencyException($"A row of {row.Table} is not there any more.");
                }
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>SQLite numbers new rows by this counter itself (https://www.sqlite.org/autoinc.html).</remarks>
    internal override async Task<int> TakeNumbersAsync(string table, int count, CancellationToken token)
    {
        await Database.ExecuteSqlAsync($"INSERT INTO sqlite_sequence (name, seq) SELECT {table}, 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = {table})", token);
        var last = await Database.SqlQuery<int>($"SELECT seq AS \"Value\" FROM sqlite_sequence WHERE name = {table}").SingleAsync(token);
        await Database.ExecuteSqlAsync($"UPDATE sqlite_sequence SET seq = {last + count} WHERE name = {table}", token);
        return last;
    }

    /// <inheritdoc/>
    /// <remarks>SQLite sees for itself which numbers were given.</remarks>
    internal override Task CountOnAsync(WholeTable table, CancellationToken token) => Task.CompletedTask;

    /// <inheritdoc/>
    internal override string Seconds(string column) => $"unixepoch(substr({column}, 1, instr({column}, '[') - 1))";

    /// <inheritdoc/>
    internal override Task<long> SizeAsync(CancellationToken token) => Task.FromResult(new FileInfo(Connection.DataSource).Length);
}

/// <summary>Lets <c>dotnet ef migrations add … --context SqliteTalksDb --output-dir Migrations/Sqlite</c> build the model.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteTalksDb>
{
    /// <inheritdoc/>
    public SqliteTalksDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTalksDb>().UseSqlite("Data Source=design.db").Options);
}
