using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TalksBot.Core.Deliveries;

namespace TalksBot.Storage.Postgres;

/// <summary>The database on a PostgreSQL server, which several nodes share.</summary>
public sealed class PostgresTalksDb(DbContextOptions<PostgresTalksDb> options) : TalksDb(options)
{
    /// <summary>What a node holds while it writes: one number for all that share the database.</summary>
    private const long OneWriter = 0x54414C4B;

    private NpgsqlConnection Connection => (NpgsqlConnection)Database.GetDbConnection();

    /// <inheritdoc/>
    /// <remarks>
    /// One node writes at a time, as one writer does on SQLite, so that what is right there is right here (decision 0027). A node that stops
    /// in the middle, or is cut off, must not hold up the others: the server ends its session, and with it the lock.
    /// </remarks>
    internal override async Task<IDbContextTransaction> BeginWriteAsync(TimeSpan patience, CancellationToken token)
    {
        var transaction = await Database.BeginTransactionAsync(token);
        try
        {
            var wait = Math.Max(1, (int)patience.TotalMilliseconds);
            await SqlScript.RunAsync(
                this,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"SET LOCAL idle_in_transaction_session_timeout = {WriterLease.IdleMilliseconds}; SET LOCAL lock_timeout = {wait}; SELECT pg_advisory_xact_lock({OneWriter}); SET LOCAL statement_timeout = {WriterLease.StatementMilliseconds};"),
                token);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    internal override async Task<DbTransaction> BeginReadAsync(CancellationToken token) => await Connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);

    /// <inheritdoc/>
    internal override async Task InsertAsync(IReadOnlyList<(RowTable Table, object?[] Values)> rows, CancellationToken token)
    {
        // Rows of one kind that follow one another go together: what others refer to is there before them.
        for (var i = 0; i < rows.Count;)
        {
            var table = rows[i].Table;
            await using var copy = await Connection.BeginBinaryImportAsync($"COPY {table.Table} ({table.Columns}) FROM STDIN (FORMAT BINARY)", token);
            for (; i < rows.Count && rows[i].Table == table; i++)
            {
                await copy.StartRowAsync(token);
                foreach (var value in rows[i].Values)
                {
                    await WriteAsync(copy, value, token);
                }
            }

            await copy.CompleteAsync(token);
        }
    }

    /// <inheritdoc/>
    internal override async Task InsertAsync(IReadOnlyList<Delivery> added, CancellationToken token)
    {
        var next = await Database.SqlQuery<long>($"SELECT setval(pg_get_serial_sequence('\"Deliveries\"', 'Id'), nextval(pg_get_serial_sequence('\"Deliveries\"', 'Id')) + {added.Count} - 1) - {added.Count} + 1 AS \"Value\"").SingleAsync(token);
        var writer = NewDeliveries.WriterOf(this, numbersItself: false);
        foreach (var delivery in added)
        {
            NewDeliveries.Number(delivery, next++);
        }

        await InsertAsync(added.Select(delivery => ((RowTable)writer, Read(delivery))).ToList(), token);

        object?[] Read(Delivery delivery)
        {
            delivery.KnowAwaited();
            return writer.Read(delivery);
        }
    }

    /// <inheritdoc/>
    internal override async Task<int> TakeNumbersAsync(string table, int count, CancellationToken token)
    {
        var quoted = $"\"{table}\"";
        return count == 0
            ? 0
            : (int)await Database.SqlQuery<long>($"SELECT setval(pg_get_serial_sequence({quoted}, 'Id'), nextval(pg_get_serial_sequence({quoted}, 'Id')) + {count} - 1) - {count} AS \"Value\"").SingleAsync(token);
    }

    /// <inheritdoc/>
    internal override async Task CountOnAsync(WholeTable table, CancellationToken token)
    {
        if (table.IsNumbered)
        {
            await SqlScript.RunAsync(this, $"SELECT setval(pg_get_serial_sequence('{table.Table}', 'Id'), coalesce((SELECT max(\"Id\") FROM {table.Table}), 0) + 1, false)", token);
        }
    }

    /// <inheritdoc/>
    internal override string Seconds(string column) => $"extract(epoch FROM split_part({column}, '[', 1)::timestamptz)::bigint";

    /// <inheritdoc/>
    internal override Task<long> SizeAsync(CancellationToken token) => Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(token);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        NodeMappings.Apply(modelBuilder);

        // Names, slugs and addresses are compared and put in order as on SQLite, whatever the server's language is.
        var texts = modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Where(property => (property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string));
        foreach (var text in texts)
        {
            text.SetCollation("C");
        }
    }

    /// <summary>In the binary form of the column; a number written into a column of another width would be refused.</summary>
    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, CancellationToken token) => value switch
    {
        null => copy.WriteNullAsync(token),
        string text => copy.WriteAsync(text, token),
        long number => copy.WriteAsync(number, token),
        int number => copy.WriteAsync(number, token),
        bool yes => copy.WriteAsync(yes, token),
        double number => copy.WriteAsync(number, token),
        _ => throw new InvalidOperationException($"No column keeps a {value.GetType().Name}; map it to text or a number."),
    };
}

/// <summary>Lets <c>dotnet ef migrations add … --context PostgresTalksDb --output-dir Migrations/Postgres</c> build the model.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresTalksDb>
{
    /// <inheritdoc/>
    public PostgresTalksDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresTalksDb>().UseNpgsql("Host=design").Options);
}
