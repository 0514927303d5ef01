namespace TalksBot.Slack.Wire.Models;

/// <summary>A form as Slack shows it or as it was sent in (slack.md §9).</summary>
public sealed record SlackView(
    string Id,
    string? CallbackId = null,
    string? PrivateMetadata = null,
    string? Hash = null,
    ViewState? State = null)
{
    /// <summary><c>modal</c> or <c>home</c>.</summary>
    public string? Type { get; init; }

    public string? RootViewId { get; init; }
}
