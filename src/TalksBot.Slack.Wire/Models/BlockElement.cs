using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire.Models;

/// <summary>Something inside a block to read, press, pick or fill in; limits in slack.md §10.</summary>
[JsonConverter(typeof(BlockElementConverter))]
public abstract record BlockElement
{
    private protected BlockElement()
    {
    }

    /// <summary>Slack's name for the kind of element.</summary>
    [JsonPropertyOrder(-1)]
    [JsonPropertyName("type")]
    public abstract string Type { get; }
}

/// <summary>Reads elements by their type.</summary>
internal sealed class BlockElementConverter : KindConverter<BlockElement>
{
    protected override BlockElement Unknown(RawJson raw) => new UnknownElement(raw);

    protected override RawJson? RawOf(BlockElement value) => (value as UnknownElement)?.Raw;

    protected override BlockElement? Known(string? kind, JsonElement element) => kind switch
    {
        "plain_text" or "mrkdwn" => Json.Read(element, WireJson.Default.SlackText),
        "button" => Json.Read(element, WireJson.Default.Button),
        "static_select" => Json.Read(element, WireJson.Default.StaticSelect),
        "plain_text_input" => Json.Read(element, WireJson.Default.PlainTextInput),
        "image" => Json.Read(element, WireJson.Default.ImageElement),
        _ => null,
    };
}

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

/// <summary>"Are you sure?": title 100, text 300, buttons 30 characters each.</summary>
public sealed record ConfirmDialog(
    SlackText Title, SlackText Text, SlackText Confirm, SlackText Deny, string? Style = null);

/// <summary>A small picture beside or among texts, from a file at Slack or from a public https address.</summary>
public sealed record ImageElement(string AltText, SlackFileLink? SlackFile = null, string? ImageUrl = null) : BlockElement
{
    public override string Type => "image";
}

/// <summary>Options under a heading of at most 75 characters.</summary>
public sealed record OptionGroup(SlackText Label, IReadOnlyList<SelectOption> Options);

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

/// <summary>A choice: text, value and description of at most 75 characters each.</summary>
public sealed record SelectOption(SlackText Text, string Value, SlackText? Description = null);

/// <summary>A menu of at most 100 options, or of groups of them, one of the two.</summary>
public sealed record StaticSelect(
    string? ActionId = null,
    IReadOnlyList<SelectOption>? Options = null,
    IReadOnlyList<OptionGroup>? OptionGroups = null,
    SlackText? Placeholder = null,
    SelectOption? InitialOption = null) : BlockElement
{
    public override string Type => "static_select";
}

/// <summary>An element of a kind this client does not know, kept so that it can be sent back unchanged.</summary>
public sealed record UnknownElement(RawJson Raw) : BlockElement
{
    public override string Type => Json.Text(Raw.Element, "type") ?? "";
}
