namespace TalksBot.Slack.Wire.HttpMode;

/// <summary>Slack looks whether the certificate is good; it wants a 200 and nothing else (slack.md §7).</summary>
public sealed record SslProbe : HttpVerdict;
