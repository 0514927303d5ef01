namespace TalksBot.Slack.Wire.Api;

/// <summary>It did not happen, or nobody knows whether it did.</summary>
public sealed record Failed<T>(SlackFailure Failure) : SlackAnswer<T>;
