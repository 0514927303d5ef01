using TalksBot.Simulators.Slack.Interactions;
using TalksBot.Simulators.Slack.Sockets;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack;

/// <summary>Everything that can be made to go wrong, on demand. slack.md §14, lines 1, 10, 16, 19, 22 and 29.</summary>
public sealed class SlackFaults
{
    private readonly Lock _gate = new();
    private readonly List<WebFault> _waiting = [];
    private readonly SlackWorld _world;
    private readonly SocketServer _sockets;

    internal SlackFaults(SlackWorld world, SocketServer sockets) => (_world, _sockets) = (world, sockets);

    internal Happenings? Happenings { get; set; }

    /// <summary>
    /// How far <c>conversations.history</c> and <c>.replies</c> lag behind: what is younger is not in them yet. Zero for not at all.
    /// </summary>
    public TimeSpan HistoryLag { get; set; }

    /// <summary>
    /// Slack's <em>Delayed Events</em>: what nobody acknowledged comes now, under its own event id; with <paramref name="everything"/>
    /// also what was acknowledged long ago. Gives how many are on their way.
    /// </summary>
    public int ReplayEvents(bool everything = false) => Happenings!.Replay(everything);

    public void Add(WebFault fault)
    {
        lock (_gate)
        {
            _waiting.Add(fault);
        }
    }

    /// <summary>The next posts are stored, but the poster never hears of it.</summary>
    public void DropAfterCommit(int times = 1, string method = "chat.postMessage") =>
        Add(new(WebFaultKind.DropAfterCommit) { Times = times, Method = method });

    public void Clear()
    {
        HistoryLag = TimeSpan.Zero;
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    /// <summary>Sockets stay open, but nothing is read, pinged or answered on them any more, nor are envelopes sent anywhere else.</summary>
    public void StallSockets() => _sockets.Each(socket => socket.Stall());

    /// <summary>Keeps silent towards the next sockets: no hello, though envelopes come as ever.</summary>
    public void WithholdHello(int times = 1) => _sockets.SilentHellos = times;

    /// <summary>Closes every socket with a close code of its own and no word before.</summary>
    public void CloseSockets(int code) => _sockets.Each(socket => socket.Close(code));

    /// <summary>Sends every socket a frame as it is written here, be it no JSON at all.</summary>
    public void SendRaw(string frame) => _sockets.Each(socket => socket.SendRaw(frame));

    /// <summary>Breaks every socket without a frame.</summary>
    public void DropSockets() => _sockets.Each(socket => socket.Abort());

    /// <summary>Warns every socket, then asks it to leave ten seconds later, as when a container is recycled.</summary>
    public void RefreshSockets() => _sockets.Each(socket => _ = socket.RetireAsync());

    /// <summary>Tells every socket to leave at once, for any of Slack's reasons, e.g. <c>refresh_requested</c>.</summary>
    public void Disconnect(string reason) => _sockets.Each(socket => socket.Disconnect(reason));

    /// <summary>Switches Socket Mode off in the app's settings: <c>link_disabled</c> to every socket, and no new ones.</summary>
    public void SwitchSocketModeOff()
    {
        lock (_world.Gate)
        {
            _world.SocketModeOn = false;
        }

        Disconnect("link_disabled");
    }

    public void SwitchSocketModeOn()
    {
        lock (_world.Gate)
        {
            _world.SocketModeOn = true;
        }
    }

    /// <summary>Answers the next attempts to open a socket with 502, after their ticket was used up.</summary>
    public void RefuseSockets(int times) => _sockets.Refusals = times;

    /// <summary>
    /// Takes the tokens away: the bot's calls fail with <paramref name="error"/> (<c>token_revoked</c>, <c>account_inactive</c>, …), sockets
    /// close, and opening new ones fails with <c>invalid_auth</c>.
    /// </summary>
    public void RevokeTokens(string error = "token_revoked")
    {
        lock (_world.Gate)
        {
            _world.BotTokenFault = error;
            _world.AppTokenFault = "invalid_auth";
        }

        _sockets.Each(socket => socket.Close());
    }

    internal WebFault? Take(string method)
    {
        lock (_gate)
        {
            var index = _waiting.FindIndex(fault => fault.Method is null || string.Equals(fault.Method, method, StringComparison.Ordinal));
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
