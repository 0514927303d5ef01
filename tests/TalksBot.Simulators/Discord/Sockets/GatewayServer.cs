using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Sockets;

/// <summary>Accepts connections, keeps sessions and sends dispatches to those that asked. Protocol sheet §9.</summary>
internal sealed class GatewayServer(DiscordWorld world, DiscordStats stats)
{
    public const string Path = "/gateway";
    public const string ResumePath = "/gateway/resume";

    private readonly List<GatewayConnection> _connections = [];
    private readonly Dictionary<string, GatewaySession> _sessions = new(StringComparer.Ordinal);

    public string Url => $"{world.Root.Replace("http:", "ws:", StringComparison.Ordinal)}{Path}";

    public string ResumeUrl => $"{world.Root.Replace("http:", "ws:", StringComparison.Ordinal)}{ResumePath}";

    public SessionStarts Starts { get; } = new(world.Options);

    public int ReconnectBeforeHello { get; set; }

    public GatewayDelivery Delivery { get; } = new();

    public GatewayAmbush Ambush { get; } = new();

    public int Refusals { get; set; }

    public bool HasSession
    {
        get
        {
            lock (world.Gate)
            {
                return _sessions.Values.Any(session => session.Connection is not null);
            }
        }
    }

    /// <summary>How many bots are connected and have identified.</summary>
    public int Sessions
    {
        get
        {
            lock (world.Gate)
            {
                return _sessions.Values.Count(session => session.Connection is not null);
            }
        }
    }

    public async Task AcceptAsync(HttpContext context)
    {
        if (Refusals > 0 || !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = Refusals-- > 0 ? 502 : 400;
            Refusals = Math.Max(0, Refusals);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var query = context.Request.Query;
        using var connection = new GatewayConnection(context, socket, world.Options, query["compress"].ToString() is "zlib-stream", context.Request.Path.StartsWithSegments(ResumePath, StringComparison.Ordinal));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        lock (world.Gate)
        {
            _connections.Add(connection);
            stats.GatewayConnections++;
            Greet(connection, (query["v"].ToString(), query["encoding"].ToString()));
        }

        var watch = Task.WhenAll(SocketEnd.QuietlyAsync(connection.SendLoopAsync(stats, ending.Token)), SocketEnd.QuietlyAsync(connection.WatchBeatsAsync(ending.Token)));
        await SocketEnd.QuietlyAsync(ReceiveLoopAsync(connection, ending.Token));
        lock (world.Gate)
        {
            Forget(connection);
        }

        await ending.CancelAsync();
        await watch;
        await SocketEnd.QuietlyAsync(connection.EchoCloseAsync(context.RequestAborted));
    }

    public void Publish(GatewayEvent dispatch)
    {
        foreach (var session in _sessions.Values)
        {
            if ((dispatch.Intents is 0 || (session.Intents & dispatch.Intents) is not 0) && session.Sees(dispatch.GuildId))
            {
                Delivery.Deliver(session, dispatch.Name, dispatch.Data.DeepClone().AsObject());
            }
        }
    }

    public void Arm(GatewayMoment moment, int? code, int times)
    {
        lock (world.Gate)
        {
            Ambush.Add(moment, code, times);
        }
    }

    public void Disarm()
    {
        lock (world.Gate)
        {
            Ambush.Clear();
        }
    }

    public void Each(Action<GatewayConnection> act)
    {
        lock (world.Gate)
        {
            _connections.ForEach(act);
        }
    }

    public void CloseAll(int code)
    {
        Each(connection =>
        {
            if (code is 1000 or 1001 or 4003 or 4004 or 4007 or 4009 or >= 4010)
            {
                End(connection.Session);
            }

            connection.Close(code);
        });
    }

    /// <summary>Either way the socket stays and is without a session: it may resume or identify on it, as discord.js does.</summary>
    public void Invalidate(bool resumable) => Each(connection =>
    {
        var session = connection.Session;
        Detach(connection);
        if (!resumable)
        {
            End(session);
        }

        connection.Send(9, resumable);
    });

    public void End(GatewaySession? session)
    {
        if (session is not null)
        {
            _sessions.Remove(session.Id);
        }
    }

    public void EndAll() => _sessions.Clear();

    public void Add(GatewaySession session) => _sessions[session.Id] = session;

    /// <summary>Null when it never was, was ended, or was left alone for too long.</summary>
    public GatewaySession? Find(string id) =>
        _sessions.TryGetValue(id, out var session) && (session.Connection is not null || world.Now - session.DroppedAt <= world.Options.ResumeWindow) ? session : null;

    private void Greet(GatewayConnection connection, (string Version, string Encoding) asked)
    {
        if (asked.Version is not ("10" or "9"))
        {
            connection.Close(4012);
        }
        else if (asked.Encoding is not ("json" or ""))
        {
            connection.Close(4002);
        }
        else if (Ambush.Springs(GatewayMoment.Connect, connection))
        {
            // Closed or silent, as was wanted.
        }
        else if (ReconnectBeforeHello > 0)
        {
            ReconnectBeforeHello--;
            connection.AskToReconnect();
        }
        else
        {
            connection.Send(10, new JsonObject { ["heartbeat_interval"] = (int)world.Options.HeartbeatInterval.TotalMilliseconds });
        }
    }

    private async Task ReceiveLoopAsync(GatewayConnection connection, CancellationToken token)
    {
        var dialogue = new GatewayDialogue(world, this, connection, stats);
        while (true)
        {
            var bytes = await connection.ReceiveAsync(token);
            if (bytes is { Length: 0 })
            {
                return;
            }

            lock (world.Gate)
            {
                dialogue.Hear(bytes);
            }

            if (bytes is null)
            {
                // What is left of the oversized message is not worth reading.
                await Task.Delay(TimeSpan.FromMilliseconds(200), token);
                return;
            }
        }
    }

    private void Forget(GatewayConnection connection)
    {
        _connections.Remove(connection);
        if (Detach(connection) is { } session && connection.ClientCloseCode is 1000 or 1001)
        {
            End(session);
        }
    }

    /// <summary>Parts a connection from its session, which can be resumed from now on; null when it had none, or the session is on another already.</summary>
    private GatewaySession? Detach(GatewayConnection connection)
    {
        var session = connection.Session;
        connection.Session = null;
        if (session?.Connection != connection)
        {
            return null;
        }

        session.Connection = null;
        session.DroppedAt = world.Now;
        return session;
    }
}
