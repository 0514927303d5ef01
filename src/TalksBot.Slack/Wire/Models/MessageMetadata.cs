using System.Text.Json;

namespace TalksBot.Slack.Wire.Models;

/// <summary>What a message carries unseen; anyone who asks can read it (slack.md §3).</summary>
/// <remarks><c>EventPayload</c> comes back only when asked for with all metadata.</remarks>
public sealed record MessageMetadata(string EventType, RawJson? EventPayload = null)
{
    /// <summary>Named texts under a type.</summary>
    public static MessageMetadata Of(string eventType, IReadOnlyDictionary<string, string> values) =>
        new(eventType, new(JsonSerializer.SerializeToElement(values, WireJson.Default.IReadOnlyDictionaryStringString)));

    /// <summary>A text of the payload; null when it has none of this name.</summary>
    public string? Text(string name) => EventPayload is null ? null : Json.Text(EventPayload.Element, name);
}
