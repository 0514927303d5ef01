using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>An answer with a person in it.</summary>
internal sealed record UserReply(SlackUser User);
