using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire.Models;

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
