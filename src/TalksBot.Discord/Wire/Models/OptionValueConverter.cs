using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Discord.Wire.Models;

/// <summary>Keeps an option's JSON kind in both directions.</summary>
internal sealed class OptionValueConverter : JsonConverter<OptionValue>
{
    public override OptionValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => OptionValue.Of(reader.GetString()!),
            JsonTokenType.True or JsonTokenType.False => OptionValue.Of(reader.GetBoolean()),
            JsonTokenType.Number when reader.TryGetInt64(out var whole) => OptionValue.Of(whole),
            JsonTokenType.Number => OptionValue.Of(reader.GetDouble()),
            _ => throw new JsonException("Not an option's value."),
        };

    public override void Write(Utf8JsonWriter writer, OptionValue value, JsonSerializerOptions options)
    {
        if (value.Truth is { } truth)
        {
            writer.WriteBooleanValue(truth);
        }
        else if (value.WholeNumber is { } whole)
        {
            writer.WriteNumberValue(whole);
        }
        else if (value.Number is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(value.Text);
        }
    }
}
