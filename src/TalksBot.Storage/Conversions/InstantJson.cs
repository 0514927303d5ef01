using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Storage.Conversions;

/// <summary>An instant inside a JSON column: ticks of 100 ns since 1970, UTC.</summary>
internal sealed class InstantJson : JsonConverter<Instant>
{
    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Instant.FromUnixTimeTicks(reader.GetInt64());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeTicks());
}
