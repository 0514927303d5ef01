using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>Something for the app. slack.md §6.</summary>
/// <param name="Type"><c>slash_commands</c>, <c>interactive</c> or <c>events_api</c>.</param>
internal sealed record Envelope(string Type, JsonObject Payload, bool AcceptsPayload)
{
    public int Attempt { get; init; }

    /// <summary>Whether the person who caused it looks for an answer; nobody does who closes a form.</summary>
    public bool IsAnswered => Payload["type"]?.ToString() is not "view_closed";

    public JsonObject ToFrame(string id)
    {
        var frame = new JsonObject { ["envelope_id"] = id, ["payload"] = Payload.DeepClone(), ["type"] = Type, ["accepts_response_payload"] = AcceptsPayload };
        if (Type is "events_api")
        {
            frame["retry_attempt"] = Attempt;
            frame["retry_reason"] = Attempt > 0 ? "timeout" : "";
        }

        return frame;
    }
}
