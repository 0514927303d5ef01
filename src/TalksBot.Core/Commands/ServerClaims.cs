using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Commands;

/// <summary>
/// Which server each connection obeys that the configuration ties to none: the one that gave its claim code. It may be read while it changes.
/// </summary>
public sealed class ServerClaims
{
    private readonly Lock _gate = new();
    private volatile Dictionary<string, string> _held = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends at the next change; taken before a look at <see cref="Of"/>, it misses none.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>The server as the platform names it; null while none has claimed the connection.</summary>
    /// <param name="connection">The connection's name, such as <c>discord:main</c>.</param>
    public string? Of(string connection) => _held.GetValueOrDefault(connection);

    /// <summary>From now on these servers, and no others, are obeyed.</summary>
    public void Take(IEnumerable<ClaimedServer> claims)
    {
        var held = claims.ToDictionary(claim => claim.Connection, claim => claim.Server, StringComparer.Ordinal);
        lock (_gate)
        {
            if (held.Count == _held.Count && held.All(claim => _held.GetValueOrDefault(claim.Key) == claim.Value))
            {
                return;
            }

            _held = held;
            _changed.SetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}

/// <summary>What came of giving a claim code.</summary>
public enum ClaimTry
{
    /// <summary>It is the code.</summary>
    Right,

    /// <summary>It is another.</summary>
    Wrong,

    /// <summary>Too many wrong ones were given lately, so none is looked at.</summary>
    TooMany,
}

/// <summary>A server whose people gave a connection's claim code, so that the connection obeys it.</summary>
public sealed class ClaimedServer
{
    private ClaimedServer()
    {
    }

    /// <summary>The server claims the connection.</summary>
    /// <param name="connection">The connection's name, such as <c>discord:main</c>.</param>
    /// <param name="server">The server as the platform names it.</param>
    /// <param name="stamp">Who gave the code, where and when.</param>
    public ClaimedServer(string connection, string server, Stamp stamp)
    {
        Connection = connection;
        Server = server;
        By = stamp.By;
        At = stamp.At;
    }

    /// <summary>The connection's name; it is claimed once.</summary>
    public string Connection { get; private set; } = "";

    /// <summary>The server as the platform names it.</summary>
    public string Server { get; private set; } = "";

    /// <summary>Who gave the code.</summary>
    public string By { get; private set; } = "";

    /// <summary>When.</summary>
    public Instant At { get; private set; }
}
