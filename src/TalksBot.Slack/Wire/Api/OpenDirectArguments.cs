namespace TalksBot.Slack.Wire.Api;

/// <summary>Whom to talk to.</summary>
internal sealed record OpenDirectArguments(string Users);
