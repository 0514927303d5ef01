namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>What wraps an event (slack.md §6).</summary>
internal sealed record EventBody(RawJson Event, string? EventId = null, string? TeamId = null);
