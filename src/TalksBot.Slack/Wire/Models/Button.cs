namespace TalksBot.Slack.Wire.Models;

/// <summary>A button of at most 75 characters; with <c>Url</c> it opens a page and still tells the bot (slack.md §9).</summary>
/// <param name="Value">What comes back, at most 2000 characters.</param>
/// <param name="Style"><c>primary</c>, <c>danger</c> or null.</param>
public sealed record Button(
    SlackText Text,
    string? ActionId = null,
    string? Value = null,
    string? Url = null,
    string? Style = null) : BlockElement
{
    public override string Type => "button";

    /// <summary>Asks before it tells the bot.</summary>
    public ConfirmDialog? Confirm { get; init; }

    /// <summary>What a screen reader says, at most 75 characters.</summary>
    public string? AccessibilityLabel { get; init; }
}
