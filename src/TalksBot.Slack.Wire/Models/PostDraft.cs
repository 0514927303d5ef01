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

/// <summary>What a message of the app's own becomes (slack.md §3): texts above 4000 characters are refused here.</summary>
public sealed record PostEdit
{
    public required string Channel { get; init; }

    /// <summary>Which message.</summary>
    public required string Ts { get; init; }

    public string? Text { get; init; }

    /// <summary>Replaces all; an empty list removes them.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>Null keeps what is there.</summary>
    public MessageMetadata? Metadata { get; init; }

    /// <summary>Slack's own default is <c>client</c> here, which would turn names into mentions.</summary>
    public string Parse { get; init; } = "none";
}

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

/// <summary>An answer to a command or a press, in the acknowledgement or at the response address (slack.md §7).</summary>
public sealed record ResponseDraft
{
    /// <summary><c>ephemeral</c> for whoever asked, which is also Slack's default, or <c>in_channel</c>.</summary>
    public string ResponseType { get; init; } = "ephemeral";

    public string? Text { get; init; }

    public IReadOnlyList<Block>? Blocks { get; init; }

    public string? ThreadTs { get; init; }

    /// <summary>Takes the place of the message whose button was pressed; never of a command.</summary>
    public bool? ReplaceOriginal { get; init; }

    /// <summary>Removes the message whose button was pressed.</summary>
    public bool? DeleteOriginal { get; init; }

    public bool UnfurlLinks { get; init; }

    public bool UnfurlMedia { get; init; }
}
