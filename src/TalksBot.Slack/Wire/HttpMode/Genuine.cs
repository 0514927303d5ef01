using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Wire.HttpMode;

/// <summary>Slack sent it, now and once: answer within three seconds.</summary>
public sealed record Genuine(Incoming Content) : HttpVerdict;
