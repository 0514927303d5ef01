using System.Net;
using System.Net.Sockets;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>A port of this machine that nobody listens at.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    public static bool IsTaken(int port)
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
