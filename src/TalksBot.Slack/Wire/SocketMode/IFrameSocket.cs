namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>One websocket, from connecting to closing.</summary>
internal interface IFrameSocket : IDisposable
{
    /// <summary>False when no connection came about.</summary>
    Task<bool> ConnectAsync(Uri address, CancellationToken cancellationToken);

    /// <summary>False when the connection is gone.</summary>
    Task<bool> SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken);

    /// <summary>The next whole message, null at the end; disposing ends it too.</summary>
    /// <remarks>No token: cancelling a websocket's receive aborts it.</remarks>
    Task<ReadOnlyMemory<byte>?> ReceiveAsync();

    /// <summary>Closes without waiting for a peer that may be dead.</summary>
    Task CloseAsync();
}
