namespace TalksBot.Slack.Wire.Api;

/// <summary>The answer to an ephemeral message.</summary>
internal sealed record EphemeralReply(string MessageTs);
