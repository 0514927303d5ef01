namespace TalksBot.Discord.Wire.Gateway;

/// <summary>One websocket, from connecting to closing.</summary>
internal interface IGatewaySocket : IDisposable
{
    /// <summary>False when no connection came about.</summary>
    Task<bool> ConnectAsync(Uri address, CancellationToken cancellationToken);

    /// <summary>False when the connection is gone.</summary>
    Task<bool> SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken);

    /// <summary>The next whole message, or how the connection ended; disposing ends it too.</summary>
    /// <remarks>No token: cancelling a websocket's receive aborts it before a close code can be sent.</remarks>
    Task<SocketMessage> ReceiveAsync();

    /// <summary>Closes with a code, without waiting for a peer that may be dead.</summary>
    Task CloseAsync(int code);
}

/// <summary>A message received, or when <c>Text</c> is null the end, with the close code if there was one.</summary>
internal readonly record struct SocketMessage(ReadOnlyMemory<byte>? Text, int? CloseCode)
{
    public static SocketMessage Of(ReadOnlyMemory<byte> text) => new(text, null);

    public static SocketMessage Ended(int? closeCode) => new(null, closeCode);
}
