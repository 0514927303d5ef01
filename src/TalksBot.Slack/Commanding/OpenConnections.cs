using Microsoft.AspNetCore.Connections;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.Api;

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

/// <summary>Tells of each scope that a connection lacks, once and with its mend.</summary>
internal sealed class MissingScopes(IAlarm alarm)
{
    private readonly SeenOnce<(string Connection, string Scope)> _told = new();

    /// <summary>Tells, if the failure is a scope that is missing and nobody was told of it.</summary>
    /// <param name="connection">Where it is missing.</param>
    /// <param name="failure">What Slack said.</param>
    /// <param name="consequence">What does not work without it, as in <c>nobody has a role by a user group</c>.</param>
    public async Task TellAsync(SlackConnection connection, SlackFailure failure, string consequence)
    {
        if (failure is not Refused { Error: { Code: "missing_scope" } error } || !_told.IsFirst((connection.Name, error.Needed ?? "")))
        {
            return;
        }

        var scope = error.Needed ?? "a scope that Slack does not name";
        await alarm.RaiseAsync(
            new Trouble(
                connection.Name,
                $"{connection.Name} lacks the scope {scope}, so {consequence}.",
                $"Add {scope} under OAuth & Permissions on the app's page at Slack, or paste there the manifest that \"manifest slack\" prints, and install the app again."),
            CancellationToken.None);
    }
}
