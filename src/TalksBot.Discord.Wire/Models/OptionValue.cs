using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Discord.Wire.Models;

/// <summary>What an option holds: text, a whole number, a number or a truth; ids of users and the like are text.</summary>
[JsonConverter(typeof(OptionValueConverter))]
public readonly record struct OptionValue
{
    private readonly object? _value;

    private OptionValue(object? value) => _value = value;

    /// <summary>Whatever it is, as culture-free text; empty when nothing was given.</summary>
    public string Text => Convert.ToString(_value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Null unless it is a whole number.</summary>
    public long? WholeNumber => _value as long?;

    /// <summary>Null unless it is a number of either kind.</summary>
    public double? Number => _value is long whole ? whole : _value as double?;

    /// <summary>Null unless it is a truth.</summary>
    public bool? Truth => _value as bool?;

    /// <summary>Null unless it reads as an id.</summary>
    public Snowflake? Id => Snowflake.TryParse(_value as string, out var id) ? id : null;

    public static OptionValue Of(string text) => new(text);

    public static OptionValue Of(long whole) => new(whole);

    public static OptionValue Of(double number) => new(number);

    public static OptionValue Of(bool truth) => new(truth);

    public override string ToString() => Text;
}

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
