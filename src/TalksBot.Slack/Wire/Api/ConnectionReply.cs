namespace TalksBot.Slack.Wire.Api;

/// <summary>A websocket's address with its ticket, which works like a credential.</summary>
internal sealed record ConnectionReply(Secret Url);
