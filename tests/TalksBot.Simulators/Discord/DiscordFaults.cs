using TalksBot.Simulators.Discord.Sockets;

namespace TalksBot.Simulators.Discord;

/// <summary>Everything that can be made to go wrong, on demand. Protocol sheet §13, lines 19 to 27.</summary>
public sealed class DiscordFaults
{
    private readonly Lock _gate = new();
    private readonly List<RestFault> _waiting = [];
    private readonly GatewayServer _gateway;

    internal DiscordFaults(GatewayServer gateway) => _gateway = gateway;

    public void Add(RestFault fault)
    {
        lock (_gate)
        {
            _waiting.Add(fault);
        }
    }

    /// <summary>The next posts are committed, but the poster never hears of it.</summary>
    public void DropAfterCommit(int times = 1, string operation = "create_message") =>
        Add(new(RestFaultKind.DropAfterCommit) { Times = times, Operation = operation });

    /// <summary>How far the list of a channel's messages lags behind: what is younger is not in it yet. Zero for not at all.</summary>
    public TimeSpan HistoryLag { get; set; }

    public void Clear()
    {
        HistoryLag = TimeSpan.Zero;
        _gateway.Disarm();
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    /// <summary>Connections stay open, but neither acknowledgements nor events come any more.</summary>
    public void Zombie() => _gateway.Each(connection => connection.Zombie = true);

    /// <summary>Op 7, then a close.</summary>
    public void Reconnect() => _gateway.Each(connection => connection.AskToReconnect());

    /// <summary>The next connection gets op 7 instead of hello.</summary>
    public void ReconnectBeforeHello() => _gateway.ReconnectBeforeHello++;

    /// <summary>Op 9; when not resumable the sessions are forgotten.</summary>
    public void InvalidateSessions(bool resumable) => _gateway.Invalidate(resumable);

    /// <summary>Closes every connection with this code; the sessions can be resumed where the code allows it.</summary>
    public void CloseGateway(int code) => _gateway.CloseAll(code);

    /// <summary>Closes the next connections with this code when they get this far.</summary>
    public void CloseWhen(GatewayMoment moment, int code, int times = 1) => _gateway.Arm(moment, code, times);

    /// <summary>Keeps silent towards the next connections when they get this far: no hello, a READY that never comes, no acknowledgement.</summary>
    public void Withhold(GatewayMoment moment, int times = 1) => _gateway.Arm(moment, code: null, times);

    /// <summary>Sends every connection a frame as it is written here, be it no JSON at all.</summary>
    public void SendRaw(string frame) => _gateway.Each(connection => connection.Push(frame));

    /// <summary>Breaks every connection without a close frame.</summary>
    public void DropGateway() => _gateway.Each(connection => connection.Abort());

    /// <summary>Op 1 from the server, to be answered at once.</summary>
    public void RequestHeartbeat() => _gateway.Each(connection => connection.RequestHeartbeat());

    /// <summary>Sends the next dispatch twice, under the same number.</summary>
    public void DuplicateNextDispatch() => _gateway.Delivery.DuplicateNext = true;

    /// <summary>Holds the next dispatch back until the one after it has gone.</summary>
    public void SwapNextDispatches() => _gateway.Delivery.SwapNext = true;

    /// <summary>Answers the next attempts to connect with 502.</summary>
    public void RefuseConnections(int times) => _gateway.Refusals = times;

    internal RestFault? Take(string operation)
    {
        lock (_gate)
        {
            var index = _waiting.FindIndex(fault => fault.Operation is null || string.Equals(fault.Operation, operation, StringComparison.Ordinal));
            if (index < 0)
            {
                return null;
            }

            var found = _waiting[index];
            if (found.Times > 1)
            {
                _waiting[index] = found with { Times = found.Times - 1 };
            }
            else
            {
                _waiting.RemoveAt(index);
            }

            return found;
        }
    }
}
