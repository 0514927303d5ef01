namespace TalksBot.Slack.Wire.Models;

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
