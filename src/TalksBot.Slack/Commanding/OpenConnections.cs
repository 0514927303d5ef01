using Microsoft.AspNetCore.Connections;

namespace TalksBot.Slack.Commanding;

/// <summary>
/// The connections to one address. When there are too many, the one that has been silent for longest makes room: whoever opens many and
/// says nothing keeps nobody out, and Slack, which speaks at once, is heard.
/// </summary>
internal sealed class OpenConnections
{
    /// <summary>The most connections held, besides those at work.</summary>
    public const int Most = 200;

    private readonly Lock _gate = new();
    private readonly LinkedList<ConnectionContext> _silent = new();
    private readonly Dictionary<string, LinkedListNode<ConnectionContext>> _byId = new(StringComparer.Ordinal);

    /// <summary>Holds a connection for as long as it lasts.</summary>
    public async Task HoldAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        MakeRoom(connection)?.Abort(new ConnectionAbortedException("A newer connection needs the room."));
        try
        {
            await next(connection);
        }
        finally
        {
            Leave(connection.ConnectionId);
        }
    }

    /// <summary>A request has come whole on this connection: it is not cut off before it has been answered.</summary>
    public IDisposable Busy(string id)
    {
        lock (_gate)
        {
            if (_byId.Remove(id, out var node))
            {
                _silent.Remove(node);
                return new Work(this, node.Value);
            }
        }

        return new Work(this, connection: null);
    }

    private ConnectionContext? MakeRoom(ConnectionContext connection)
    {
        lock (_gate)
        {
            _byId[connection.ConnectionId] = _silent.AddLast(connection);
            if (_silent.Count <= Most)
            {
                return null;
            }

            var longest = _silent.First!;
            _silent.RemoveFirst();
            _byId.Remove(longest.Value.ConnectionId);
            return longest.Value;
        }
    }

    private void Leave(string id)
    {
        lock (_gate)
        {
            if (_byId.Remove(id, out var node))
            {
                _silent.Remove(node);
            }
        }
    }

    private sealed class Work(OpenConnections open, ConnectionContext? connection) : IDisposable
    {
        public void Dispose()
        {
            if (connection is { ConnectionClosed.IsCancellationRequested: false })
            {
                open.MakeRoom(connection)?.Abort();
            }
        }
    }
}
