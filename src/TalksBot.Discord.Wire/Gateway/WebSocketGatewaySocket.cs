using System.Buffers;
using System.Net.WebSockets;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>The real websocket.</summary>
internal sealed class WebSocketGatewaySocket : IGatewaySocket
{
    private const int BufferBytes = 16 * 1024;
    private const int LargestMessageBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan _closing = TimeSpan.FromSeconds(1);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);

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

    // A websocket takes one frame at a time. The semaphore is not disposed of: a late beat may still ask for it.
    private async Task<bool> OneAtATimeAsync(Func<Task> send, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await send();
            return true;
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }
}
