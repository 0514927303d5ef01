namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>The channel it happened in.</summary>
public sealed record ActingChannel(string Id, string? Name = null);
