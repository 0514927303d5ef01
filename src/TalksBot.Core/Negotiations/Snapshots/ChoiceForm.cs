using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

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

/// <summary>A follow's settings in a line, as older versions kept them when they were changed.</summary>
internal static partial class SettingsText
{
    /// <summary>The settings; null when the text holds none.</summary>
    public static FiledSettings? Read(string text)
    {
        var match = Line().Match(text);
        var (zone, digest, ladder, priority, quiet) = (Of("zone"), Of("digest"), Of("ladder"), Of("priority"), Of("quiet"));
        var isNone = digest is "none";
        LocalTime hour = default;
        if (!match.Success || !WallClock.TryParse(zone, out var clock) || !Ladder.TryParse(ladder, out var rungs)
            || !Enum.TryParse<WirePriority>(priority, ignoreCase: true, out var least) || (!isNone && !HourText.TryParse(digest, out hour)))
        {
            return null;
        }

        return new FiledSettings
        {
            Zone = clock,
            Digest = isNone ? null : hour,
            Ladder = rungs,
            Priority = least,
            Mention = Name("mention"),
            Quiet = QuietHours.TryParse(quiet, out var hours) ? hours : null,
            Escalate = Name("escalate"),
            Live = Of("live") is "yes",
        };

        string Of(string group) => match.Groups[group].Value;

        string? Name(string group) => Of(group) is { Length: > 0 } name && name != "nobody" ? name : null;
    }

    [GeneratedRegex(
        "^zone (?<zone>[^,]+), digest (?<digest>[^,]+), ladder (?<ladder>.+), priority (?<priority>[a-z]+)(, quiet (?<quiet>[^,]+), live (?<live>[a-z]+))?, mention (?<mention>.+?)(, escalate (?<escalate>.+))?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}

/// <summary>Reads a value from its text; false when the text is none.</summary>
internal delegate bool TryRead<T>(string text, out T value);
