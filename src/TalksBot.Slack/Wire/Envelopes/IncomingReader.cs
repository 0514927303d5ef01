using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>Reads payloads; what is unknown or not as documented is kept as it came.</summary>
internal static class IncomingReader
{
    public static Incoming Command(JsonElement payload) =>
        Read(payload, WireJson.Default.SlashCommand, "slash_commands");

    public static Incoming Interaction(JsonElement payload) => Json.Text(payload, "type") switch
    {
        "block_actions" => Read(payload, WireJson.Default.BlockActions, "block_actions"),
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
