namespace TalksBot.Slack.Wire.Api;

/// <summary>Which files are complete.</summary>
internal sealed record CompleteUploadArguments(IReadOnlyList<CompletedFile> Files);
