using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Storage.Opening;

namespace TalksBot.LocalCommands;

/// <summary>
/// Takes the commands of <c>say</c> in the worker, which has everything warm: a program that starts for one command would hold the
/// database's one write lock while it compiles its statements, and alerts would wait. The socket is its owner's alone.
/// </summary>
internal sealed partial class LocalCommandListener(OpenDatabase database, RunLocalCommand commands, ILogger<LocalCommandListener> log) : BackgroundService
{
    private const int MostWaiting = 64;

    /// <summary>Whoever connects says what they want at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (LocalCommand.SocketOf(database.File) is not { } path)
        {
            return;
        }

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        if (!Listen(socket, path))
        {
            return;
        }

        var running = new HashSet<Task>();
        try
        {
            while (true)
            {
                var visitor = await socket.AcceptAsync(stoppingToken);
                running.RemoveWhere(task => task.IsCompleted);
                running.Add(ServeAsync(visitor, stoppingToken));
            }
        }
        catch (SocketException fault)
        {
            // No more files may be opened, for one: say goes on by itself, and the worker must not end by it.
            NotListening(path, fault.Message);
            File.Delete(path);
            await Task.WhenAll(running);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            File.Delete(path);
            await Task.WhenAll(running);
        }
    }

    /// <summary>Nobody can connect before the socket listens, so its rights are set between the two.</summary>
    private bool Listen(Socket socket, string path)
    {
        try
        {
            // Left by a worker that was killed; this one holds the lock of the database.
            File.Delete(path);
            socket.Bind(new UnixDomainSocketEndPoint(path));
            PrivateFiles.Close(path);
            socket.Listen(MostWaiting);
            return true;
        }
        catch (Exception fault) when (fault is SocketException or IOException or UnauthorizedAccessException)
        {
            NotListening(path, fault.Message);
            return false;
        }
    }

    private async Task ServeAsync(Socket visitor, CancellationToken stopping)
    {
        try
        {
            using (visitor)
            {
                await using var stream = new NetworkStream(visitor, ownsSocket: false);
                if (await ReadAsync(stream, stopping) is { } command)
                {
                    await JsonSerializer.SerializeAsync(stream, await commands.RunAsync(command, stopping), LocalJson.Default.LocalAnswer, stopping);
                }
            }
        }
        catch (Exception gone) when (gone is SocketException or IOException or OperationCanceledException)
        {
            // It carries the command out itself; what was committed here is known by its key.
        }
#pragma warning disable CA1031 // The job boundary of a local command: it must end neither the worker nor the listening.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(fault);
        }
    }

    /// <summary>Null where it is no command: nobody but <c>say</c> has reason to connect.</summary>
    private static async Task<LocalCommand?> ReadAsync(NetworkStream stream, CancellationToken stopping)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(Patience);
        var read = new byte[4096];
        var length = 0;
        while (await stream.ReadAsync(read.AsMemory(length), patience.Token) is var part and > 0)
        {
            length += part;
            if (length == read.Length)
            {
                if (length >= LocalCommand.MostBytes)
                {
                    return null;
                }

                Array.Resize(ref read, length * 2);
            }
        }

        try
        {
            return JsonSerializer.Deserialize(read.AsSpan(0, length), LocalJson.Default.LocalCommand);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Commands given with say are carried out beside the worker, since {Path} cannot be listened on: {Why}")]
    private partial void NotListening(string path, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "A command given with say failed; it is carried out beside the worker")]
    private partial void Failed(Exception fault);
}
