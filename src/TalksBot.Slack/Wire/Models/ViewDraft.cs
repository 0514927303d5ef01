namespace TalksBot.Slack.Wire.Models;

/// <summary>A form to show (slack.md §9): title and buttons of at most 24 characters, 100 blocks, 250 KB in all.</summary>
public sealed record ViewDraft
{
    /// <summary>A form in front of everything, the only kind there is here.</summary>
    public string Type { get; } = "modal";

    public required SlackText Title { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Required as soon as there is an input.</summary>
    public SlackText? Submit { get; init; }

    public SlackText? Close { get; init; }

    /// <summary>Which form this is; at most 255 characters, comes back.</summary>
    public string? CallbackId { get; init; }

    /// <summary>At most 3000 characters, comes back; the person can read it.</summary>
    public string? PrivateMetadata { get; init; }

    /// <summary>Tells when it is closed without being sent.</summary>
    public bool? NotifyOnClose { get; init; }
}
