using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TalksBot.Simulators.Slack.Interactions;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Sockets;

/// <summary>Tickets, connections, and envelopes to one random connection each. slack.md §6.</summary>
internal sealed class SocketServer(SlackWorld world, SlackStats stats) : IDoor
{
    private static readonly TimeSpan DebugLife = TimeSpan.FromSeconds(360);

    private readonly HashSet<string> _tickets = new(StringComparer.Ordinal);
    private readonly List<SocketConnection> _connections = [];
    private readonly Dictionary<string, (SocketConnection On, TaskCompletionSource<JsonNode?> Ack)> _pending = new(StringComparer.Ordinal);

    public int Refusals { get; set; }

    public int SilentHellos { get; set; }

    public int Connected
    {
        get
        {
            lock (world.Gate)
            {
                return _connections.Count;
            }
        }
    }

    /// <summary>An address that works once.</summary>
    public string Issue()
    {
        var ticket = SlackIds.Secret(48);
        _tickets.Add(ticket);
        return $"{world.Root.Replace("http:", "ws:", StringComparison.Ordinal)}/link/?ticket={ticket}&app_id={world.AppId}";
    }

    public void Each(Action<SocketConnection> act)
    {
        lock (world.Gate)
        {
            _connections.ToList().ForEach(act);
        }
    }

    public async Task AcceptAsync(HttpContext context)
    {
        if (Refuse(context.Request.Query["ticket"].ToString(), context.WebSockets.IsWebSocketRequest) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        var acceptance = new WebSocketAcceptContext { KeepAliveInterval = world.Options.PingInterval, KeepAliveTimeout = TimeSpan.FromMinutes(2) };
        using var socket = await context.WebSockets.AcceptWebSocketAsync(acceptance);
        var upgrade = (StallableUpgrade)context.Features.GetRequiredFeature<IHttpUpgradeFeature>();
        var connection = new SocketConnection(context, socket, upgrade.Stream!, world.Options);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var life = context.Request.Query["debug_reconnects"].ToString() is "true" ? DebugLife : world.Options.ConnectionLife;
        Greet(connection, life);
        var work = Task.WhenAll(SocketEnd.QuietlyAsync(connection.SendLoopAsync(ending.Token)), SocketEnd.QuietlyAsync(connection.LiveAsync(life, ending.Token)));
        await SocketEnd.QuietlyAsync(ReceiveLoopAsync(connection, ending.Token));
        lock (world.Gate)
        {
            _connections.Remove(connection);
        }

        await ending.CancelAsync();
        await work;
        await SocketEnd.QuietlyAsync(connection.EchoCloseAsync(context.RequestAborted));
    }

    public async Task<Delivered> DeliverAsync(Envelope envelope, CancellationToken token)
    {
        var id = Guid.NewGuid().ToString();
        var ack = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (world.Gate)
        {
            var open = _connections.FindAll(one => !one.IsLeaving);
            if (open.Count is 0)
            {
                return new Delivered(DeliveredKind.NoDoor, null);
            }

            var connection = open[Random.Shared.Next(open.Count)];
            _pending[id] = (connection, ack);
            connection.Send(envelope.ToFrame(id));
        }

        try
        {
            var payload = await ack.Task.WaitAsync(world.Options.AckDeadline, world.Options.Time, token);
            return new Delivered(DeliveredKind.Acked, envelope.AcceptsPayload ? payload : null);
        }
        catch (TimeoutException)
        {
            return new Delivered(DeliveredKind.TimedOut, null);
        }
        finally
        {
            lock (world.Gate)
            {
                _pending.Remove(id);
            }
        }
    }

    /// <summary>The HTTP status to refuse an attempt with; null to let it in.</summary>
    private int? Refuse(string ticket, bool isWebSocket)
    {
        lock (world.Gate)
        {
            if (!_tickets.Remove(ticket) || !isWebSocket)
            {
                return isWebSocket ? 401 : 400;
            }

            return Refusals-- > 0 ? 502 : null;
        }
    }

    private void Greet(SocketConnection connection, TimeSpan life)
    {
        lock (world.Gate)
        {
            stats.SocketConnections++;
            if (_connections.Count >= world.Options.MaxConnections || !world.SocketModeOn)
            {
                connection.Disconnect(world.SocketModeOn ? "too_many_websockets" : "link_disabled");
                return;
            }

            _connections.Add(connection);
            if (SilentHellos > 0)
            {
                SilentHellos--;
                return;
            }

            connection.Send(new JsonObject
            {
                ["type"] = "hello",
                ["num_connections"] = _connections.Count,
                ["debug_info"] = new JsonObject
                {
                    ["host"] = "applink-simulated",
                    ["started"] = world.Now.ToString("uuuu-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
                    ["build_number"] = 54,
                    ["approximate_connection_time"] = (int)life.TotalSeconds,
                },
                ["connection_info"] = new JsonObject { ["app_id"] = world.AppId },
            });
        }
    }

    private async Task ReceiveLoopAsync(SocketConnection connection, CancellationToken token)
    {
        while (await connection.ReceiveAsync(token) is { } text)
        {
            lock (world.Gate)
            {
                Hear(connection, text);
            }
        }
    }

    private void Hear(SocketConnection connection, string text)
    {
        try
        {
            var heard = JsonNode.Parse(text) as JsonObject;
            if (heard?["envelope_id"]?.ToString() is { } id && _pending.TryGetValue(id, out var waiting) && waiting.On == connection
                && waiting.Ack.TrySetResult(heard["payload"]?.DeepClone()))
            {
                stats.CountAck();
                return;
            }

            stats.CountLateAck();
        }
        catch (JsonException)
        {
            stats.AddInvalid("socket", ["a frame that is no JSON"]);
        }
    }
}
