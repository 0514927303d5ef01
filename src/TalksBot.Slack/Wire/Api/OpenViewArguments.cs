using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Which form to show to whom.</summary>
internal sealed record OpenViewArguments(string TriggerId, ViewDraft View);
