namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>The workspace it happened in.</summary>
public sealed record ActingTeam(string Id, string? Domain = null);
