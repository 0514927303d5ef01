namespace TalksBot.Slack.Wire.Api;

/// <summary>Not done: nothing Slack could act on left this machine. Safe to send again.</summary>
public sealed record Unreachable(string Reason) : SlackFailure;
