using System.Buffers;
using System.Net.WebSockets;

namespace TalksBot.Wire;

/// <summary>One websocket, from connecting to closing.</summary>
internal interface IFrameSocket : IDisposable
{
    /// <summary>False when no connection came about.</summary>
    Task<bool> ConnectAsync(Uri address, CancellationToken cancellationToken);

    /// <summary>False when the connection is gone.</summary>
    Task<bool> SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken);

    /// <summary>The next whole message, or how the connection ended; disposing ends it too.</summary>
    /// <remarks>No token: cancelling a websocket's receive aborts it before a close code can be sent.</remarks>
    Task<SocketMessage> ReceiveAsync();

    /// <summary>Closes with a code (RFC 6455 §7.4), without waiting for a peer that may be dead.</summary>
    Task CloseAsync(int code);
}

/// <summary>A message received, or when <c>Text</c> is null the end, with the close code if there was one.</summary>
internal readonly record struct SocketMessage(ReadOnlyMemory<byte>? Text, int? CloseCode)
{
    /// <summary>The code of a connection that has served its purpose.</summary>
    public const int NormalClosure = (int)WebSocketCloseStatus.NormalClosure;

    public static SocketMessage Of(ReadOnlyMemory<byte> text) => new(text, null);

    public static SocketMessage Ended(int? closeCode) => new(null, closeCode);
}

/// <summary>The real websocket.</summary>
internal sealed class FrameSocket : IFrameSocket
{
    private const int BufferBytes = 16 * 1024;
    private const int LargestMessageBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan _closing = TimeSpan.FromSeconds(1);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);

    /// <summary>One that leaves it to its owner to see that the other side is still there.</summary>
    public FrameSocket()
    {
    }

    /// <summary>One that pings the other side, and gives it up when it stays silent: a link cut without a word shows no other way.</summary>
    public FrameSocket(TimeSpan pingEvery, TimeSpan patience)
    {
        _socket.Options.KeepAliveInterval = pingEvery;
        _socket.Options.KeepAliveTimeout = patience;
    }

    public async Task<bool> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            await _socket.ConnectAsync(address, cancellationToken);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    public Task<bool> SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken) =>
        OneAtATimeAsync(
            () => _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken).AsTask(),
            cancellationToken);

    public async Task<SocketMessage> ReceiveAsync()
    {
        var message = new ArrayBufferWriter<byte>(BufferBytes);
        try
        {
            while (message.WrittenCount < LargestMessageBytes)
            {
                var part = await _socket.ReceiveAsync(message.GetMemory(BufferBytes), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return SocketMessage.Ended((int?)_socket.CloseStatus);
                }

                message.Advance(part.Count);
                if (part.EndOfMessage)
                {
                    return SocketMessage.Of(message.WrittenMemory);
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            return SocketMessage.Ended((int?)_socket.CloseStatus);
        }

        return SocketMessage.Ended((int?)_socket.CloseStatus);
    }

    public async Task CloseAsync(int code)
    {
        using var patience = new CancellationTokenSource(_closing);
        try
        {
            await OneAtATimeAsync(
                () => _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, patience.Token), patience.Token);
        }
        catch (OperationCanceledException)
        {
            // The peer is too dead to be told.
        }
    }

    public void Dispose() => _socket.Dispose();

    // A websocket takes one frame at a time. The semaphore is not disposed of: whoever comes late may still ask for it.
    private async Task<bool> OneAtATimeAsync(Func<Task> send, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await send();
            return true;
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or InvalidOperationException
            || (gone is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // A socket that is disposed of while it sends reports a cancellation nobody asked for.
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }
}
