using System.Text.Json.Serialization;

namespace TalksBot.Core.Archive;

/// <summary>Marks words that people typed, other than the short line that must not be empty.</summary>
/// <param name="limit">The most characters.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordsAttribute(int limit) : JsonConverterAttribute
{
    /// <summary>True where nothing need be said.</summary>
    public bool MayBeEmpty { get; init; }

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert) => new WordsForm(limit, MayBeEmpty);
}
