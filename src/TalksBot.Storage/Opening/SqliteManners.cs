using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalksBot.Storage.Opening;

/// <summary>
/// Sets every new SQLite connection up: a commit is on the disk before it is believed (power loss), and a lock is waited
/// for inside SQLite rather than in the driver's loop of 150 ms sleeps.
/// </summary>
internal sealed class SqliteManners : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

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
}
