namespace TalksBot.Slack.Wire.Limits;

/// <summary>What is counted together: a method, and when posting the channel, which is empty otherwise.</summary>
internal readonly record struct LaneKey(string Method, string Channel);
