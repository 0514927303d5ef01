using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire.Models;

/// <summary>A text of 1–3000 characters, plain or with markup; also an element of a context block (slack.md §10).</summary>
[JsonConverter(typeof(SlackTextConverter))]
public sealed record SlackText(string Text) : BlockElement
{
    /// <summary><c>plain_text</c> or <c>mrkdwn</c>.</summary>
    public override string Type => IsMarkup ? "mrkdwn" : "plain_text";

    /// <summary>Shows <c>:names:</c> as emoji; plain text only.</summary>
    public bool? Emoji { get; init; }

    /// <summary>Leaves names and addresses in the text alone; markup only (slack.md §11).</summary>
    public bool? Verbatim { get; init; }

    internal bool IsMarkup { get; init; }

    /// <summary>Shown letter by letter: the right form for what people typed.</summary>
    public static SlackText Plain(string text) => new(text) { Emoji = false };

    /// <summary>Markup whose user text is escaped already; Slack adds no links or mentions of its own.</summary>
    public static SlackText Markup(string text) => new(text) { IsMarkup = true, Verbatim = true };
}

/// <summary>Reads and writes texts, whose type decides what else they may carry (slack.md §10).</summary>
internal sealed class SlackTextConverter : JsonConverter<SlackText>
{
    public override SlackText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        return element.ValueKind == JsonValueKind.Object
            && Json.Text(element, "text") is { } text
            && Json.Text(element, "type") is "plain_text" or "mrkdwn"
                ? new(text)
                {
                    IsMarkup = Json.Text(element, "type") == "mrkdwn",
                    Emoji = Json.Flag(element, "emoji"),
                    Verbatim = Json.Flag(element, "verbatim"),
                }
                : throw new JsonException("Not a text object.");
    }

    public override void Write(Utf8JsonWriter writer, SlackText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("type", value.Type);
        writer.WriteString("text", value.Text);
        if (value is { IsMarkup: false, Emoji: { } emoji })
        {
            writer.WriteBoolean("emoji", emoji);
        }

        if (value is { IsMarkup: true, Verbatim: { } verbatim })
        {
            writer.WriteBoolean("verbatim", verbatim);
        }

        writer.WriteEndObject();
    }
}
