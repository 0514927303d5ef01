namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>Something of a kind, or in a form, that this client does not know; <c>Kind</c> is Slack's name for it.</summary>
public sealed record UnknownIncoming(string Kind, RawJson Payload) : Incoming;
