namespace TalksBot.Slack.Wire.Models;

/// <summary>A message as Slack tells it; its text comes back escaped (slack.md §11).</summary>
public sealed record SlackMessage(
    string? Ts = null,
    string? Text = null,
    IReadOnlyList<Block>? Blocks = null,
    MessageMetadata? Metadata = null,
    string? ThreadTs = null)
{
    /// <summary>Null for an ordinary message.</summary>
    public string? Subtype { get; init; }

    public string? User { get; init; }

    public string? BotId { get; init; }

    public string? AppId { get; init; }

    public int? ReplyCount { get; init; }

    /// <summary>Null unless it was changed after it was posted.</summary>
    public MessageEdition? Edited { get; init; }
}
