namespace TalksBot.Slack.Wire.Api;

/// <summary>A file whose bytes are there.</summary>
internal sealed record CompletedFile(string Id, string? Title);
