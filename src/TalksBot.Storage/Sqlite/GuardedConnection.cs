using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TalksBot.Storage.Sqlite;

/// <summary>
/// A connection from the driver's pool that no other connection comes or goes beside. The pool looks for lost connections when
/// it has none to give or is cleared, and takes one that is just changing hands for lost (decision 0013).
/// </summary>
/// <param name="connectionString">The connection string; one pool belongs to each.</param>
public sealed class GuardedConnection(string connectionString) : SqliteConnection(connectionString)
{
    private static readonly Lock Pool = new();

    /// <inheritdoc/>
    public override void Open()
    {
        lock (Pool)
        {
            base.Open();
        }
    }

    /// <inheritdoc/>
    public override void Close()
    {
        lock (Pool)
        {
            base.Close();
        }
    }

    /// <summary>Closes what the pool of this connection string keeps; what is in use closes when it is given back.</summary>
    public void ClearPool()
    {
        lock (Pool)
        {
            ClearPool(this);
        }
    }
}

/// <summary>A connection that waits for a lock no longer than is left of somebody's patience, until it is disposed.</summary>
internal sealed class ShortenedWait : IAsyncDisposable
{
    private readonly TalksDb _db;
    private readonly SqliteConnection _connection;
    private readonly int _usual;

    private ShortenedWait(TalksDb db, SqliteConnection connection)
    {
        _db = db;
        _connection = connection;
        _usual = connection.DefaultTimeout;
    }

    /// <summary>Opens the connection for that long a wait.</summary>
    public static async Task<ShortenedWait> BeginAsync(TalksDb db, TimeSpan left, CancellationToken token)
    {
        var shortened = new ShortenedWait(db, (SqliteConnection)db.Database.GetDbConnection());
        await db.Database.OpenConnectionAsync(token);

        // The driver tries again for as many whole seconds as it is given, and for ever when it is given none.
        shortened._connection.DefaultTimeout = Math.Max(1, (int)left.TotalSeconds);
        await shortened.WaitAsync(left.TotalMilliseconds);
        return shortened;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _connection.DefaultTimeout = _usual;
        await WaitAsync(SqliteConnectionInterceptor.BusyMilliseconds);

        // A transaction that has begun keeps the connection open.
        await _db.Database.CloseConnectionAsync();
    }

    private async Task WaitAsync(double milliseconds)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {Math.Max(1, (int)milliseconds)}");
        await command.ExecuteNonQueryAsync();
    }
}
