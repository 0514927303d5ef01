using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalksBot.Storage.Opening;

/// <summary>
/// Sets every SQLite connection up: guarded from the others (decision 0013), a commit is on the disk before it is believed
/// (power loss), and a lock is waited for inside SQLite rather than in the driver's loop of 150 ms sleeps. Closes the file at
/// the end.
/// </summary>
/// <param name="connectionString">The connection string.</param>
internal sealed class SqliteManners(string connectionString) : DbConnectionInterceptor, IDisposable
{
    private const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    /// <inheritdoc/>
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new GuardedConnection(connectionString));

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using var connection = new GuardedConnection(connectionString);
        connection.ClearPool();
    }
}
