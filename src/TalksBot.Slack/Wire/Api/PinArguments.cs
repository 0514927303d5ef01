namespace TalksBot.Slack.Wire.Api;

/// <summary>Which message to pin; its <c>ts</c> goes by another name here (slack.md §2).</summary>
internal sealed record PinArguments(string Channel, string Timestamp);
