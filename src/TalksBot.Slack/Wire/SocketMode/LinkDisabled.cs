namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>Socket Mode was switched off in the app's settings at Slack.</summary>
public sealed record LinkDisabled : SocketStopped;
