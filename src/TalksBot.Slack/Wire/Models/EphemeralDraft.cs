namespace TalksBot.Slack.Wire.Models;

/// <summary>A message one person in a channel sees, until the client restarts (slack.md §2).</summary>
public sealed record EphemeralDraft
{
    public required string Channel { get; init; }

    /// <summary>Who sees it; must be in the channel.</summary>
    public required string User { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<Block>? Blocks { get; init; }

    public string? ThreadTs { get; init; }

    public string Parse { get; init; } = "none";
}
