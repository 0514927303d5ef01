using Microsoft.Data.Sqlite;

namespace TalksBot.Storage.Opening;

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
