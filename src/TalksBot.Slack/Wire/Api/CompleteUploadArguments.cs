namespace TalksBot.Slack.Wire.Api;

/// <summary>Which files are complete, and the channel that shows them; without one they stay the app's own.</summary>
internal sealed record CompleteUploadArguments(IReadOnlyList<CompletedFile> Files, string? ChannelId = null);
