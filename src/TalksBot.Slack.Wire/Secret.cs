using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire;

/// <summary>A credential, or an address that works like one, that shows itself only to whoever asks for it by name.</summary>
[DebuggerDisplay("(hidden)")]
[JsonConverter(typeof(SecretConverter))]
public sealed class Secret(string value)
{
    /// <summary>The credential itself: put it on the wire, never in a log or a message.</summary>
    public string Reveal() => value;

    /// <summary>Never the credential.</summary>
    public override string ToString() => "(hidden)";
}

/// <summary>Carries a <see cref="Secret"/> over the wire, where it has to be plain.</summary>
internal sealed class SecretConverter : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("Not a text."));

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal());
}
