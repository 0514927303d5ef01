namespace TalksBot.Slack.Wire.HttpMode;

/// <summary>A request as it came, its body byte by byte: the signature is over those (slack.md §8).</summary>
/// <param name="Timestamp">The header <c>X-Slack-Request-Timestamp</c>.</param>
/// <param name="Signature">The header <c>X-Slack-Signature</c>.</param>
/// <param name="ContentType">The header <c>Content-Type</c>: events are JSON, all else is a form.</param>
public sealed record SignedRequest(
    string? Timestamp, string? Signature, string? ContentType, ReadOnlyMemory<byte> Body);
