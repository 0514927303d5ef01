namespace TalksBot.Slack.Wire.Api;

/// <summary>Not done: Slack says why, and will say so again.</summary>
public sealed record Refused(SlackError Error) : SlackFailure;
