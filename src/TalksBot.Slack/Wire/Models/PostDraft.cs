namespace TalksBot.Slack.Wire.Models;

/// <summary>A message to post (slack.md §3); what is null is left out, and Slack is asked to add nothing of its own.</summary>
public sealed record PostDraft
{
    /// <summary>A channel's id, or a person's for a direct message.</summary>
    public required string Channel { get; init; }

    /// <summary>The body, or what notifications and screen readers say beside blocks: keep it below 4000 characters.</summary>
    public string? Text { get; init; }

    /// <summary>At most 50.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>The parent's <c>ts</c>, for a reply.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Shows a reply in the channel as well.</summary>
    public bool? ReplyBroadcast { get; init; }

    public MessageMetadata? Metadata { get; init; }

    public bool UnfurlLinks { get; init; }

    public bool UnfurlMedia { get; init; }

    /// <summary>Whether the text holds markup.</summary>
    public bool Mrkdwn { get; init; } = true;

    /// <summary><c>none</c> leaves names and addresses in the text alone.</summary>
    public string Parse { get; init; } = "none";
}
