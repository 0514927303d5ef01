using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Rules;

/// <summary>Whom blocks notify: mrkdwn texts, markdown blocks, and the mention elements of rich text; never plain text.</summary>
internal static class BlockPings
{
    public static IEnumerable<string> Of(JsonNode? node) => node switch
    {
        JsonArray many => many.SelectMany(Of),
        JsonObject one => Own(one).Concat(one.Where(pair => pair.Value is JsonObject or JsonArray).SelectMany(pair => Of(pair.Value))),
        _ => [],
    };

    private static IEnumerable<string> Own(JsonObject one) => one["type"]?.ToString() switch
    {
        "mrkdwn" => Mrkdwn.Pings(one["text"]?.ToString() ?? "", parsed: one["verbatim"]?.ToString() is not "true"),
        "markdown" => Mrkdwn.Pings(one["text"]?.ToString() ?? "", parsed: true),
        "user" when one["user_id"] is { } user => [$"<@{user}>"],
        "usergroup" when one["usergroup_id"] is { } group => [$"<!subteam^{group}>"],
        "broadcast" when one["range"] is { } range => [$"<!{range}>"],
        _ => [],
    };
}
