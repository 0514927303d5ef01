using System.Text.Json;
using System.Text.Json.Serialization;
using TalksBot.Core.Text;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>Words that people typed: they pass the same gate as when typed.</summary>
internal sealed class WordsForm(int limit, bool mayBeEmpty, bool hasLines = false) : JsonConverter<string>
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
        var why = hasLines ? UserText.CheckLines("", text, limit, out var tidied) : UserText.Check("", text, limit, out tidied);
        return why is null ? tidied : throw new JsonException(why.TrimStart());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}

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

/// <summary>Marks words that people typed, other than the short line that must not be empty.</summary>
/// <param name="limit">The most characters.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordsAttribute(int limit) : JsonConverterAttribute
{
    /// <summary>True where nothing need be said.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>True where line breaks are kept.</summary>
    public bool HasLines { get; init; }

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert) => new WordsForm(limit, MayBeEmpty, HasLines);
}
