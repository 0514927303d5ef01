namespace TalksBot.Slack.Wire.Api;

/// <summary>Not done: a limit stands in the way for longer than the client's patience. Safe to send again after the wait.</summary>
public sealed record RateLimited(TimeSpan RetryAfter) : SlackFailure;
