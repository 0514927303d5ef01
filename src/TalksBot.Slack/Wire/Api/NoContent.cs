namespace TalksBot.Slack.Wire.Api;

/// <summary>Done, and nothing to tell.</summary>
public readonly record struct NoContent;
