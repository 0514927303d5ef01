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
