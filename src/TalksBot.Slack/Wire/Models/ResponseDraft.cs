namespace TalksBot.Slack.Wire.Models;

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
