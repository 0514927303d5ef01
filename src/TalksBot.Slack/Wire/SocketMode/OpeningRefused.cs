using TalksBot.Slack.Wire.Api;

namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>The app token may not open sockets: it lacks <c>connections:write</c>, is of another kind, or the app may not.</summary>
public sealed record OpeningRefused(SlackError Error) : SocketStopped;
