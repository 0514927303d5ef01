using System.Text.Json;

namespace TalksBot.Slack.Wire.Models;

/// <summary>A message as Slack tells it; its text comes back escaped (slack.md §11).</summary>
public sealed record SlackMessage(
    string? Ts = null,
    string? Text = null,
    IReadOnlyList<Block>? Blocks = null,
    MessageMetadata? Metadata = null,
    string? ThreadTs = null)
{
    /// <summary>Null for an ordinary message.</summary>
    public string? Subtype { get; init; }

    public string? User { get; init; }

    public string? BotId { get; init; }

    public string? AppId { get; init; }

    public int? ReplyCount { get; init; }

    /// <summary>What stands below the text: what an app has posted the old way, or what Slack shows of an address.</summary>
    public IReadOnlyList<SlackAttachment>? Attachments { get; init; }

    /// <summary>Null unless it was changed after it was posted.</summary>
    public MessageEdition? Edited { get; init; }
}

/// <summary>A part of a message below its text; user text.</summary>
public sealed record SlackAttachment(string? Pretext = null, string? Title = null, string? Text = null, string? Fallback = null);

/// <summary>Who changed a message, and when in Slack's notation.</summary>
public sealed record MessageEdition(string? User = null, string? Ts = null);

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

/// <summary>What identifies a message: its channel, and its <c>ts</c>, which is a text and no number (slack.md §3).</summary>
public sealed record MessageRef(string Channel, string Ts);

/// <summary>A message that was posted or changed, as Slack stored it: not always letter by letter as sent.</summary>
public sealed record PostedMessage(string Channel, string Ts, SlackMessage? Message = null);
