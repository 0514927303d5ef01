using System.Net.WebSockets;

namespace TalksBot.Simulators.Discord.Sockets;

/// <summary>A socket's end, however abrupt, is no news: the session waits to be resumed.</summary>
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
            // Nothing to do: whoever waits for this has other ways to learn of it.
        }
    }
}
