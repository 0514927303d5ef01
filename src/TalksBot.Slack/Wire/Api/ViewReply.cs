using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>An answer with a form in it.</summary>
internal sealed record ViewReply(SlackView View);
