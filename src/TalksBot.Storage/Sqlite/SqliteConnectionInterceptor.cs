using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalksBot.Storage.Sqlite;

/// <summary>
/// Sets every SQLite connection up: guarded from the others (decision 0013), a commit is on the disk before it is believed
/// (power loss), and a lock is waited for inside SQLite rather than in the driver's loop of 150 ms sleeps. Closes the file at
/// the end.
/// </summary>
/// <param name="connectionString">The connection string.</param>
internal sealed class SqliteConnectionInterceptor(string connectionString) : DbConnectionInterceptor, IDisposable
{
    /// <summary>How long a lock of another program is waited for.</summary>
    public const int BusyMilliseconds = 5_000;

    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(250);

    private static readonly string Pragmas =
        string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");

    private volatile bool _hasOpened;

    /// <summary>Makes the next wait for a lock shorter, where somebody has waited already; null where they have not.</summary>
    public static async Task<IAsyncDisposable?> ShortenAsync(TalksDb db, TimeSpan left, CancellationToken token) =>
        left > TimeSpan.FromMilliseconds(BusyMilliseconds) - Unnoticed ? null : await ShortenedWait.BeginAsync(db, left, token);

    /// <inheritdoc/>
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new GuardedConnection(connectionString));

    /// <inheritdoc/>
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        RefuseGone(connection);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        RefuseGone(connection);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        RefuseMoved(connection);
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        RefuseMoved(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What was there once and is not now was deleted; before that, SQLite says why it cannot be opened.</summary>
    private void RefuseGone(DbConnection connection)
    {
        if (_hasOpened && !File.Exists(connection.DataSource))
        {
            throw FileIdentity.Moved(connection);
        }
    }

    private void RefuseMoved(DbConnection connection)
    {
        FileIdentity.RefuseMoved((SqliteConnection)connection);
        _hasOpened = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using var connection = new GuardedConnection(connectionString);
        connection.ClearPool();
    }
}
