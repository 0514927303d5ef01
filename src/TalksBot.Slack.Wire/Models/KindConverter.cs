using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire.Models;

/// <summary>Reads what names its own kind in <c>type</c>; what is unknown or not as documented is kept as it came, and goes out as it came.</summary>
/// <typeparam name="T">The closed set of kinds.</typeparam>
internal abstract class KindConverter<T> : JsonConverter<T>
    where T : class
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        return Known(Json.Text(element, "type"), element) ?? Unknown(new(element));
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (RawOf(value) is { } raw)
        {
            raw.Element.WriteTo(writer);
            return;
        }

        JsonSerializer.Serialize(writer, value, WireJson.Default.GetTypeInfo(value.GetType())!);
    }

    /// <summary>The thing; null where the kind is unknown or it is not as documented.</summary>
    protected abstract T? Known(string? kind, JsonElement element);

    /// <summary>What stands for a thing of no known kind.</summary>
    protected abstract T Unknown(RawJson raw);

    /// <summary>What such a thing was; null for one of a known kind.</summary>
    protected abstract RawJson? RawOf(T value);
}
