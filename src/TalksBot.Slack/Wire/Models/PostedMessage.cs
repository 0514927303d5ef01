namespace TalksBot.Slack.Wire.Models;

/// <summary>A message that was posted or changed, as Slack stored it: not always letter by letter as sent.</summary>
public sealed record PostedMessage(string Channel, string Ts, SlackMessage? Message = null);
