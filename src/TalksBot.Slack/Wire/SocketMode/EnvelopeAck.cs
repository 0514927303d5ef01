using System.Text.Json;
using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>Acknowledges one envelope, once, on the socket it came from.</summary>
public sealed class EnvelopeAck
{
    private readonly IFrameSocket _socket;
    private readonly string _id;
    private readonly bool _acceptsPayload;
    private int _sent;

    internal EnvelopeAck(IFrameSocket socket, string id, bool acceptsPayload) =>
        (_socket, _id, _acceptsPayload) = (socket, id, acceptsPayload);

    /// <summary>False when it was acknowledged before, which happens by itself after 2.5 s, or when the socket is gone.</summary>
    public async Task<bool> SendAsync(AckPayload? payload, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _sent, 1) == 1)
        {
            return false;
        }

        var frame = new AckFrame(_id) { Payload = _acceptsPayload && payload is not null ? payload.Json : null };
        return await _socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(frame, WireJson.Default.AckFrame), cancellationToken);
    }
}
