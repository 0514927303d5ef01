using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>An answer with a file in it.</summary>
internal sealed record FileReply(SlackFile File);
