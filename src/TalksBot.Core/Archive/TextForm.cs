using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Core.Archive;

/// <summary>A value written as text.</summary>
/// <param name="read">Reads it back.</param>
/// <param name="write">Writes it.</param>
/// <param name="advice">How the refusal of any other text goes on after the place.</param>
internal sealed class TextForm<T>(TryRead<T> read, Func<T, string> write, string advice) : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(reader.GetString()!, out var value) ? value : throw new JsonException(advice);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(write(value));
}
