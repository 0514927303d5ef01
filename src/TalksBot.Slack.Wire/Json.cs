using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TalksBot.Slack.Wire;

/// <summary>Reads JSON of which nothing is certain; what is missing or of another kind is null, not an exception.</summary>
public static class Json
{
    public static JsonElement? TryParse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonElement? Property(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) ? value : null;

    public static string? Text(JsonElement from, string name)
    {
        try
        {
            return Property(from, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }

    public static bool? Flag(JsonElement from, string name) =>
        Property(from, name)?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    public static int? Number(JsonElement from, string name) =>
        Property(from, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number)
            ? number
            : null;

    /// <summary>The texts of an array, whatever else is in it.</summary>
    public static IReadOnlyList<string> Texts(JsonElement? array, int most) =>
        array is { ValueKind: JsonValueKind.Array } items
            ? [.. items.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.String)
                .Take(most)
                .Select(item => item.ToString())]
            : [];

    public static T? Read<T>(JsonElement? from, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return from?.Deserialize(type);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>JSON kept as it came, which may hold response addresses and tokens and so does not show itself.</summary>
[JsonConverter(typeof(RawJsonConverter))]
public sealed class RawJson(JsonElement element)
{
    /// <summary>What came, still as JSON.</summary>
    public JsonElement Element { get; } = element;

    /// <summary>Never the content.</summary>
    public override string ToString() => "(json)";
}

/// <summary>Reads and writes <see cref="RawJson"/> unchanged.</summary>
internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        value.Element.WriteTo(writer);
}
