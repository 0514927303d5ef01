using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire.Models;

/// <summary>Reads blocks by their type; what is unknown or not as documented is kept as it came.</summary>
internal sealed class BlockConverter : JsonConverter<Block>
{
    public override Block Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        return Known(element) ?? new UnknownBlock(new(element));
    }

    public override void Write(Utf8JsonWriter writer, Block value, JsonSerializerOptions options)
    {
        if (value is UnknownBlock unknown)
        {
            unknown.Raw.Element.WriteTo(writer);
            return;
        }

        JsonSerializer.Serialize(writer, value, WireJson.Default.GetTypeInfo(value.GetType())!);
    }

    private static Block? Known(JsonElement element) => Json.Text(element, "type") switch
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
