using System.Net.WebSockets;

namespace TalksBot.Simulators.Slack.Sockets;

/// <summary>The ways a socket ends that are nobody's bug.</summary>
internal static class SocketEnd
{
    public static async Task QuietlyAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            // The other side left, or this one was told to stop.
        }
    }
}
