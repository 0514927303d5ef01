using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire;

/// <summary>Reads and writes <see cref="RawJson"/> unchanged.</summary>
internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        value.Element.WriteTo(writer);
}
