namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>Slack does not accept the app token; <c>Code</c> is its word for why.</summary>
public sealed record TokenDead(string Code) : SocketStopped;
