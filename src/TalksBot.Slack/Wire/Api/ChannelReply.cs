using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>An answer with a channel in it.</summary>
internal sealed record ChannelReply(SlackChannel Channel);
