namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>Who did it.</summary>
public sealed record ActingUser(string Id, string? Username = null, string? Name = null, string? TeamId = null);
