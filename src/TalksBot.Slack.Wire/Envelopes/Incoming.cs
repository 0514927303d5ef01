using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>
/// Something that happened at Slack: <see cref="SlashCommand"/>, <see cref="BlockActions"/>, <see cref="MessageShortcut"/>, <see cref="ViewSubmission"/>,
/// <see cref="ViewClosed"/>, <see cref="AppMention"/>, <see cref="ChannelMessage"/>, <see cref="AppHomeOpened"/>,
/// <see cref="OtherEvent"/> or <see cref="UnknownIncoming"/>. The same over sockets and over HTTP.
/// </summary>
public abstract record Incoming
{
    private protected Incoming()
    {
    }
}

/// <summary>Reads payloads; what is unknown or not as documented is kept as it came.</summary>
internal static class IncomingReader
{
    public static Incoming Command(JsonElement payload) =>
        Read(payload, WireJson.Default.SlashCommand, "slash_commands");

    public static Incoming Interaction(JsonElement payload) => Json.Text(payload, "type") switch
    {
        "block_actions" => Read(payload, WireJson.Default.BlockActions, "block_actions"),
        "message_action" => Read(payload, WireJson.Default.MessageShortcut, "message_action"),
        "view_submission" => Read(payload, WireJson.Default.ViewSubmission, "view_submission"),
        "view_closed" => Read(payload, WireJson.Default.ViewClosed, "view_closed"),
        var kind => new UnknownIncoming(kind ?? "interactive", new(payload)),
    };

    public static Incoming Event(JsonElement payload)
    {
        var body = Json.Text(payload, "type") == "event_callback"
            ? Json.Read(payload, WireJson.Default.EventBody)
            : null;
        return body is not null && Json.Text(body.Event.Element, "type") is { } name
            ? Event(name, body.Event) with { EventId = body.EventId, TeamId = body.TeamId }
            : new UnknownIncoming(Json.Text(payload, "type") ?? "events_api", new(payload));
    }

    private static SlackEvent Event(string name, RawJson happened)
    {
        SlackEvent? known = name switch
        {
            "app_mention" => Json.Read(happened.Element, WireJson.Default.AppMention),
            "message" => Json.Read(happened.Element, WireJson.Default.ChannelMessage),
            "app_home_opened" => Json.Read(happened.Element, WireJson.Default.AppHomeOpened),
            _ => null,
        };
        return known ?? new OtherEvent(name, happened);
    }

    private static Incoming Read<T>(JsonElement payload, JsonTypeInfo<T> type, string kind)
        where T : Incoming =>
        (Incoming?)Json.Read(payload, type) ?? new UnknownIncoming(kind, new(payload));
}

/// <summary>Something of a kind, or in a form, that this client does not know; <c>Kind</c> is Slack's name for it.</summary>
public sealed record UnknownIncoming(string Kind, RawJson Payload) : Incoming;

/// <summary>Somebody typed a command (slack.md §7), never inside a thread; <c>Text</c> is user text.</summary>
public sealed record SlashCommand(
    string Command, string UserId, string ChannelId, string TeamId, string Text = "") : Incoming
{
    /// <summary>Opens one form within three seconds.</summary>
    public string? TriggerId { get; init; }

    /// <summary>Good for five answers within thirty minutes.</summary>
    public Secret? ResponseUrl { get; init; }

    public string? ChannelName { get; init; }

    public string? UserName { get; init; }
}
