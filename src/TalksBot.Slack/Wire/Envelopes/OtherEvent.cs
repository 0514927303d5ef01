namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>Any other event by Slack's name for it, <c>channel_archive</c>, as it came.</summary>
public sealed record OtherEvent(string Name, RawJson Event) : SlackEvent;
