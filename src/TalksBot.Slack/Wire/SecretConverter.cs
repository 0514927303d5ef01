using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire;

/// <summary>Carries a <see cref="Secret"/> over the wire, where it has to be plain.</summary>
internal sealed class SecretConverter : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("Not a text."));

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal());
}
