using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using TalksBot.Storage.Opening;

namespace TalksBot.Storage.Moving;

/// <summary>
/// Brings everything in one database into another that is empty, whatever systems they are on: the record, the agenda, the outbox with its receipts,
/// the audit. It is compared row by row before it counts: all of it is there, or nothing.
/// </summary>
public static class MoveDatabase
{
    private const int RowsAtOnce = 1_000;

    /// <summary>Moves, or throws <see cref="StorageRefusedException"/> with one sentence and leaves both as they were.</summary>
    /// <param name="from">Where everything is; nobody else may write there.</param>
    /// <param name="to">Where it is to be; ready and empty.</param>
    /// <param name="token">Ends it; then nothing is moved.</param>
    /// <returns>How many rows there are in each table.</returns>
    public static async Task<IReadOnlyList<MovedTable>> RunAsync(TalksDb from, TalksDb to, CancellationToken token)
    {
        var tables = Ordered(from.Model, to.Model).Select(kind => (Source: new WholeTable(kind), Target: new WholeTable(to.Model.FindEntityType(kind.ClrType)!))).ToList();
        await from.Database.OpenConnectionAsync(token);
        await using var moment = await from.BeginReadAsync(token);
        await from.Database.UseTransactionAsync(moment, token);
        await using var change = await to.Database.BeginTransactionAsync(token);
        // A new database remembers how it was made, and nothing else.
        await to.Facts.ExecuteDeleteAsync(token);
        foreach (var (_, target) in tables)
        {
            if (await CountAsync(to, target, token) > 0)
            {
                throw new StorageRefusedException($"The database to move into is not empty (it has rows in {target.Table}); nothing was moved: name a new one.");
            }
        }

        var moved = new List<MovedTable>();
        foreach (var (source, target) in tables)
        {
            await CopyAsync((from, source), (to, target), token);
            await to.CountOnAsync(target, token);
            moved.Add(new MovedTable(source.Name, await CompareAsync((from, source), (to, target), token)));
        }

        await change.CommitAsync(token);
        await from.Database.UseTransactionAsync(transaction: null, token);
        return moved;
    }

    /// <summary>What both have; what others refer to comes first. What nodes share only holds while they run.</summary>
    private static List<IEntityType> Ordered(IModel model, IModel other)
    {
        var waiting = model.GetEntityTypes().Where(kind => !kind.IsOwned() && other.FindEntityType(kind.ClrType) is not null).OrderBy(kind => kind.GetTableName(), StringComparer.Ordinal).ToList();
        var ordered = new List<IEntityType>();
        while (waiting.Count > 0)
        {
            var next = waiting.First(kind => kind.GetForeignKeys().All(key => key.PrincipalEntityType == kind || ordered.Contains(key.PrincipalEntityType)));
            waiting.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    private static async Task CopyAsync((TalksDb Db, WholeTable Table) from, (TalksDb Db, WholeTable Table) to, CancellationToken token)
    {
        var rows = new List<(RowTable Table, object?[] Values)>();
        await foreach (var row in ReadAsync(from.Db, from.Table, from.Table.Columns, token))
        {
            rows.Add((to.Table, Fitted(row, to.Table.Types)));
            if (rows.Count == RowsAtOnce)
            {
                await to.Db.InsertAsync(rows, token);
                rows.Clear();
            }
        }

        if (rows.Count > 0)
        {
            await to.Db.InsertAsync(rows, token);
        }
    }

    private static async Task<long> CompareAsync((TalksDb Db, WholeTable Table) from, (TalksDb Db, WholeTable Table) to, CancellationToken token)
    {
        long count = 0;
        await using var there = ReadAsync(to.Db, to.Table, from.Table.Columns, token).GetAsyncEnumerator(token);
        await foreach (var row in ReadAsync(from.Db, from.Table, from.Table.Columns, token))
        {
            count++;
            if (!await there.MoveNextAsync() || !Fitted(row, from.Table.Types).SequenceEqual(Fitted(there.Current, from.Table.Types)))
            {
                throw new StorageRefusedException($"Row {count} of {from.Table.Table} did not come out as it was, so nothing was moved; report it with the versions of both databases.");
            }
        }

        return await there.MoveNextAsync()
            ? throw new StorageRefusedException($"There are more rows in {from.Table.Table} than were moved, so nothing was; see that nobody writes there.")
            : count;
    }

    private static async IAsyncEnumerable<object?[]> ReadAsync(TalksDb db, WholeTable table, string columns, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        await using var command = Command(db, $"SELECT {columns} FROM {table.Table} ORDER BY {table.Keys}");
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token))
        {
            var values = new object[rows.FieldCount];
            rows.GetValues(values);
            yield return [.. values.Select(value => value is DBNull ? null : value)];
        }
    }

    private static async Task<long> CountAsync(TalksDb db, WholeTable table, CancellationToken token)
    {
        await using var command = Command(db, $"SELECT count(*) FROM {table.Table}");
        return Convert.ToInt64(await command.ExecuteScalarAsync(token), CultureInfo.InvariantCulture);
    }

    private static DbCommand Command(TalksDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // The names of the model's own tables and columns.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    /// <summary>SQLite keeps every number alike; a server tells them apart.</summary>
    private static object?[] Fitted(object?[] values, IReadOnlyList<Type> types) =>
        [.. values.Zip(types, (value, type) => value is null || value.GetType() == type ? value : Convert.ChangeType(value, type, CultureInfo.InvariantCulture))];
}

/// <summary>A table that was moved.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows it has.</param>
public sealed record MovedTable(string Name, long Rows);
