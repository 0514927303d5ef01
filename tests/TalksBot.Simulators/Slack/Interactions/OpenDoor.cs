using TalksBot.Simulators.Slack.Sockets;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>The one way that is open: while Socket Mode is on, nothing goes over HTTP. slack.md §14, line 25.</summary>
internal sealed class OpenDoor(SlackWorld world, SocketServer sockets, HttpDoor? http) : IDoor
{
    public Task<Delivered> DeliverAsync(Envelope envelope, CancellationToken token) =>
        (http is null || world.SocketModeOn ? (IDoor)sockets : http).DeliverAsync(envelope, token);
}
