namespace TalksBot.Slack.Wire.Api;

/// <summary>Not done: the token is not accepted, and the client sends nothing more with it (slack.md §13).</summary>
/// <param name="Code">Slack's word for why: <c>invalid_auth</c>, <c>token_revoked</c>.</param>
public sealed record CredentialsDead(string Code) : SlackFailure;
