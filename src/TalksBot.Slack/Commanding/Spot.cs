namespace TalksBot.Slack.Commanding;

/// <summary>A channel, or a thread in it.</summary>
/// <param name="ChannelId">The channel's id, such as <c>C123</c>.</param>
/// <param name="ThreadTs">The <c>ts</c> of the thread's first message; null outside threads.</param>
internal sealed record Spot(string ChannelId, string? ThreadTs = null);
