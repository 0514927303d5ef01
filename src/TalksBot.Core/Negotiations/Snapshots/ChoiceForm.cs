using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace TalksBot.Core.Negotiations.Snapshots;

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

/// <summary>A follow's settings in a line, as the record keeps them when they are changed.</summary>
internal static partial class SettingsText
{
    private static readonly string[] Names = ["zone", "digest", "ladder", "priority", "quiet", "live", "mention", "escalate"];

    /// <summary>The settings by the parameters that give them; null when the text holds none.</summary>
    public static IEnumerable<(string Name, string? Value)>? Read(string text)
    {
        var match = Line().Match(text);
        return match.Success
            ? Names.Select(name => (name, (string?)match.Groups[name].Value)).Where(setting => setting.Item2 is { Length: > 0 } && setting is not ("mention" or "escalate", "nobody"))
            : null;
    }

    [GeneratedRegex(
        "^zone (?<zone>[^,]+), digest (?<digest>[^,]+), ladder (?<ladder>.+), priority (?<priority>[a-z]+)(, quiet (?<quiet>[^,]+), live (?<live>[a-z]+))?, mention (?<mention>.+?)(, escalate (?<escalate>.+))?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}

/// <summary>Reads a value from its text; false when the text is none.</summary>
internal delegate bool TryRead<T>(string text, out T value);
