using System.Text.Json;
using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>Something that came over a socket and waits to be acknowledged within three seconds (slack.md §6).</summary>
public sealed record Envelope(string Id, Incoming Content, EnvelopeAck Ack)
{
    /// <summary>Whether the acknowledgement may carry something; if not, what it carries is left out.</summary>
    public bool AcceptsPayload { get; init; }

    /// <summary>0 the first time; events come again when they were not acknowledged.</summary>
    public int RetryAttempt { get; init; }
}

/// <summary>An acknowledgement as it goes over the wire (slack.md §6).</summary>
internal sealed record AckFrame(string EnvelopeId)
{
    public JsonElement? Payload { get; init; }
}

/// <summary>Acknowledges one envelope, once, on the socket it came from.</summary>
public sealed class EnvelopeAck
{
    /// <summary>Slack ends a socket that is sent a larger frame (close code 1009, revelrylabs/slax#614), and the answer in it is lost.</summary>
    private const int LargestFrame = 20 * 1024;

    private readonly IFrameSocket _socket;
    private readonly string _id;
    private readonly bool _acceptsPayload;
    private int _sent;

    internal EnvelopeAck(IFrameSocket socket, string id, bool acceptsPayload) =>
        (_socket, _id, _acceptsPayload) = (socket, id, acceptsPayload);

    /// <summary>
    /// False when it was acknowledged before, which happens by itself after 2.5 s, or when the socket is gone; also when the payload is more
    /// than a frame may hold, and then it can still be acknowledged without one.
    /// </summary>
    public async Task<bool> SendAsync(AckPayload? payload, CancellationToken cancellationToken)
    {
        var frame = JsonSerializer.SerializeToUtf8Bytes(
            new AckFrame(_id) { Payload = _acceptsPayload && payload is not null ? payload.Json : null }, WireJson.Default.AckFrame);
        return frame.Length <= LargestFrame && Interlocked.Exchange(ref _sent, 1) == 0 && await _socket.SendAsync(frame, cancellationToken);
    }
}
