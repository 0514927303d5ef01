namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>Somebody looked at the app's own page; <c>Tab</c> is <c>home</c> or <c>messages</c>.</summary>
public sealed record AppHomeOpened(string User, string? Channel = null, string? Tab = null) : SlackEvent;
