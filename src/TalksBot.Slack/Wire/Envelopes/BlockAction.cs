using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>One thing pressed or picked.</summary>
public sealed record BlockAction(
    string Type,
    string ActionId,
    string? BlockId = null,
    string? Value = null,
    SelectOption? SelectedOption = null)
{
    /// <summary>When, in Slack's notation; tells one press from another.</summary>
    public string? ActionTs { get; init; }

    /// <summary>The button's value or the picked option's.</summary>
    public string? Chosen => Value ?? SelectedOption?.Value;
}
