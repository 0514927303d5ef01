namespace TalksBot.Testing.Slack.People;

/// <summary>A person's act: what to remember of it, and what the app gets.</summary>
internal sealed record Act(Exchange Exchange, Envelope Envelope);
