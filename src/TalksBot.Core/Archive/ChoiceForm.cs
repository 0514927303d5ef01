using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Core.Archive;

/// <summary>One of a closed set of words, written <c>underWay</c>.</summary>
internal sealed class ChoiceForm<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    private static readonly Dictionary<T, string> Words = ByWord.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ByWord.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"is none of the words known there; write {string.Join(", ", ByWord.Keys)}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Words[value]);
}
