namespace TalksBot.Slack.Wire.HttpMode;

/// <summary>Not to be acted upon.</summary>
public sealed record Rejected(RejectionReason Reason) : HttpVerdict;
