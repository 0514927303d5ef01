namespace TalksBot.Slack.Wire.HttpMode;

/// <summary>Slack wants to see the challenge again, when the address is entered in the app's settings.</summary>
public sealed record ChallengeAsked(string Challenge) : HttpVerdict;
