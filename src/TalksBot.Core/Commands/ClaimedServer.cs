using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Commands;

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
