using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire.Models;

/// <summary>A part of a message (50 at most) or of a view (100 at most); limits in slack.md §10.</summary>
[JsonConverter(typeof(BlockConverter))]
public abstract record Block
{
    private protected Block()
    {
    }

    /// <summary>Slack's name for the kind of block.</summary>
    [JsonPropertyOrder(-1)]
    [JsonPropertyName("type")]
    public abstract string Type { get; }

    /// <summary>At most 255 characters, unique within the message; Slack makes one up where it is null.</summary>
    public string? BlockId { get; init; }
}

/// <summary>Up to 25 buttons and menus.</summary>
public sealed record ActionsBlock(IReadOnlyList<BlockElement> Elements) : Block
{
    public override string Type => "actions";
}

/// <summary>Reads blocks by their type.</summary>
internal sealed class BlockConverter : KindConverter<Block>
{
    protected override Block Unknown(RawJson raw) => new UnknownBlock(raw);

    protected override RawJson? RawOf(Block value) => (value as UnknownBlock)?.Raw;

    protected override Block? Known(string? kind, JsonElement element) => kind switch
    {
        "section" => Json.Read(element, WireJson.Default.SectionBlock),
        "header" => Json.Read(element, WireJson.Default.HeaderBlock),
        "context" => Json.Read(element, WireJson.Default.ContextBlock),
        "divider" => Json.Read(element, WireJson.Default.DividerBlock),
        "actions" => Json.Read(element, WireJson.Default.ActionsBlock),
        "image" => Json.Read(element, WireJson.Default.ImageBlock),
        "input" => Json.Read(element, WireJson.Default.InputBlock),
        _ => null,
    };
}

/// <summary>Up to ten texts and pictures in small print.</summary>
public sealed record ContextBlock(IReadOnlyList<BlockElement> Elements) : Block
{
    public override string Type => "context";
}

/// <summary>A line across.</summary>
public sealed record DividerBlock : Block
{
    public override string Type => "divider";
}

/// <summary>A heading in plain text of at most 150 characters.</summary>
public sealed record HeaderBlock(SlackText Text) : Block
{
    public override string Type => "header";
}

/// <summary>A picture from a file at Slack or from a public https address, one of the two; 2000 characters of words for it.</summary>
public sealed record ImageBlock(
    string AltText, SlackFileLink? SlackFile = null, string? ImageUrl = null, SlackText? Title = null) : Block
{
    public override string Type => "image";
}

/// <summary>A labelled field of a form; required unless <c>Optional</c>.</summary>
public sealed record InputBlock(
    SlackText Label,
    BlockElement Element,
    SlackText? Hint = null,
    bool? Optional = null,
    bool? DispatchAction = null) : Block
{
    public override string Type => "input";
}

/// <summary>A text, up to ten fields of 2000 characters, or both, with an element beside them.</summary>
public sealed record SectionBlock(
    SlackText? Text = null, IReadOnlyList<SlackText>? Fields = null, BlockElement? Accessory = null) : Block
{
    public override string Type => "section";
}

/// <summary>A block of a kind this client does not know, kept so that it can be sent back unchanged.</summary>
public sealed record UnknownBlock(RawJson Raw) : Block
{
    public override string Type => Json.Text(Raw.Element, "type") ?? "";
}

/// <summary>Words that Slack shows letter by letter, each with its own dress: nothing in them can become markup (slack.md §11).</summary>
public sealed record RichTextBlock(IReadOnlyList<RichTextPart> Elements) : Block
{
    public override string Type => "rich_text";
}

/// <summary>Lines in one form: <c>rich_text_section</c> or <c>rich_text_quote</c>; a break between lines is a part of the text.</summary>
public sealed record RichTextPart(string Type, IReadOnlyList<RichTextElement> Elements)
{
    /// <summary>Plain lines, or those of a quotation.</summary>
    public static RichTextPart Of(bool isQuote, IReadOnlyList<RichTextElement> elements) => new(isQuote ? "rich_text_quote" : "rich_text_section", elements);
}

/// <summary>A run of words, an address, a channel or a moment; which of them says the type.</summary>
public sealed record RichTextElement(string Type)
{
    /// <summary>Of <c>text</c>: the words, not escaped. Of <c>link</c>: what is shown of it; null for the address itself.</summary>
    public string? Text { get; init; }

    /// <summary>Of <c>link</c>.</summary>
    public string? Url { get; init; }

    /// <summary>Null for plain.</summary>
    public RichTextStyle? Style { get; init; }

    /// <summary>Of <c>channel</c>: its id, shown by its name to those who may see it.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Of <c>user</c>: whom it names and, where others see it, notifies.</summary>
    public string? UserId { get; init; }

    /// <summary>Of <c>usergroup</c>: the same.</summary>
    public string? UsergroupId { get; init; }

    /// <summary>Of <c>date</c>: seconds since 1970.</summary>
    public long? Timestamp { get; init; }

    /// <summary>Of <c>date</c>: the tokens of a date (slack.md §11).</summary>
    public string? Format { get; init; }

    /// <summary>Of <c>date</c>: what is shown where dates are not.</summary>
    public string? Fallback { get; init; }

    /// <summary>Words as they are.</summary>
    public static RichTextElement Words(string text, RichTextStyle? style = null) => new("text") { Text = text, Style = style };

    /// <summary>An address that leads where it says, or where the text says.</summary>
    public static RichTextElement Link(string url, string? text = null, RichTextStyle? style = null) => new("link") { Url = url, Text = text, Style = style };

    /// <summary>A channel by its name.</summary>
    public static RichTextElement Channel(string id) => new("channel") { ChannelId = id };
}

/// <summary>How words are dressed.</summary>
public sealed record RichTextStyle(bool? Bold = null, bool? Strike = null);
