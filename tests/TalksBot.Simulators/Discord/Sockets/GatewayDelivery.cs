using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.Sockets;

/// <summary>Numbers dispatches and sends them; on demand twice, or one after the next. Protocol sheet §13, line 26.</summary>
internal sealed class GatewayDelivery
{
    private readonly Dictionary<GatewaySession, string> _held = [];

    public bool DuplicateNext { get; set; }

    public bool SwapNext { get; set; }

    public void Deliver(GatewaySession session, string name, JsonObject data)
    {
        var payload = session.Next(name, data);
        if (SwapNext)
        {
            SwapNext = false;
            _held[session] = payload;
            return;
        }

        session.Connection?.Push(payload);
        if (DuplicateNext)
        {
            DuplicateNext = false;
            session.Connection?.Push(payload);
        }

        if (_held.Remove(session, out var held))
        {
            session.Connection?.Push(held);
        }
    }
}
