namespace TalksBot.Slack.Wire.Models;

/// <summary>A field to type in; lengths in characters, of which the least may be 3000 at most.</summary>
public sealed record PlainTextInput(
    string? ActionId = null,
    string? InitialValue = null,
    bool? Multiline = null,
    int? MinLength = null,
    int? MaxLength = null) : BlockElement
{
    public override string Type => "plain_text_input";

    /// <summary>At most 150 characters.</summary>
    public SlackText? Placeholder { get; init; }

    /// <summary>Has the cursor at first; one per view.</summary>
    public bool? FocusOnLoad { get; init; }
}
