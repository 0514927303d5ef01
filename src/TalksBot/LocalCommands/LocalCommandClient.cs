using System.Net.Sockets;
using System.Text.Json;

namespace TalksBot.LocalCommands;

/// <summary>Hands a command to the worker of a database, where one is running.</summary>
internal static class LocalCommandClient
{
    /// <summary>A worker that is held up for longer cannot help; the database keeps the command from being carried out twice.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The worker's answer; null where there is none, and the command may be carried out here.</summary>
    /// <param name="database">The path of the database file.</param>
    /// <param name="command">The command.</param>
    public static async Task<LocalAnswer?> AskAsync(string database, LocalCommand command, CancellationToken token)
    {
        if (LocalCommand.SocketOf(database) is not { } path || !File.Exists(path))
        {
            return null;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Patience);
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), patience.Token);
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            await JsonSerializer.SerializeAsync(stream, command, LocalJson.Default.LocalCommand, patience.Token);
            socket.Shutdown(SocketShutdown.Send);
            return await JsonSerializer.DeserializeAsync(stream, LocalJson.Default.LocalAnswer, patience.Token);
        }
        catch (Exception gone) when (gone is SocketException or IOException or JsonException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return null;
        }
    }
}
