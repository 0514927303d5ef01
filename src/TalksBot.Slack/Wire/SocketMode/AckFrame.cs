using System.Text.Json;

namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>An acknowledgement as it goes over the wire (slack.md §6).</summary>
internal sealed record AckFrame(string EnvelopeId)
{
    public JsonElement? Payload { get; init; }
}
