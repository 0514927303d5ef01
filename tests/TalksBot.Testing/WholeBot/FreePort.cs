using System.Net;
using System.Net.Sockets;

namespace TalksBot.Testing.WholeBot;

/// <summary>A port of this machine that nobody listens at.</summary>
public static class FreePort
{
    /// <summary>One that was free a moment ago.</summary>
    public static int Find()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    /// <summary>Whether somebody listens there.</summary>
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
