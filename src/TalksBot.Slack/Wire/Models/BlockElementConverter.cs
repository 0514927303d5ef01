using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire.Models;

/// <summary>Reads elements by their type; what is unknown or not as documented is kept as it came.</summary>
internal sealed class BlockElementConverter : JsonConverter<BlockElement>
{
    public override BlockElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        return Known(element) ?? new UnknownElement(new(element));
    }

    public override void Write(Utf8JsonWriter writer, BlockElement value, JsonSerializerOptions options)
    {
        if (value is UnknownElement unknown)
        {
            unknown.Raw.Element.WriteTo(writer);
            return;
        }

        JsonSerializer.Serialize(writer, value, WireJson.Default.GetTypeInfo(value.GetType())!);
    }

    private static BlockElement? Known(JsonElement element) => Json.Text(element, "type") switch
    {
        "plain_text" or "mrkdwn" => Json.Read(element, WireJson.Default.SlackText),
        "button" => Json.Read(element, WireJson.Default.Button),
        "static_select" => Json.Read(element, WireJson.Default.StaticSelect),
        "plain_text_input" => Json.Read(element, WireJson.Default.PlainTextInput),
        "image" => Json.Read(element, WireJson.Default.ImageElement),
        _ => null,
    };
}
