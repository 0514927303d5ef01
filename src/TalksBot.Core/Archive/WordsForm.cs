using System.Text.Json;
using System.Text.Json.Serialization;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Archive;

/// <summary>Words that people typed: they pass the same gate as when typed.</summary>
internal sealed class WordsForm(int limit, bool mayBeEmpty) : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString()!;
        if (mayBeEmpty && text.Length == 0)
        {
            return text;
        }

        // The gate's sentences begin with what the text is; here that is the place, which the file's reader puts in front.
        return UserText.Check("", text, limit, out var tidied) is { } why ? throw new JsonException(why.TrimStart()) : tidied;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
