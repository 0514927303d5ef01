namespace TalksBot.Slack.Wire.Api;

/// <summary>A call's only argument.</summary>
internal sealed record ChannelArgument(string Channel);
