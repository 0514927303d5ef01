using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Rules;

/// <summary>What Slack makes of blocks before it stores them: ids where none were given, defaults, escapes. slack.md §11.</summary>
internal static class BlockDress
{
    public static JsonArray Of(JsonArray blocks)
    {
        var dressed = blocks.DeepClone().AsArray();
        foreach (var block in dressed.OfType<JsonObject>())
        {
            block["block_id"] ??= SlackIds.Secret(5);
            foreach (var element in Elements(block).Where(element => element["type"]?.ToString() is not ("image" or "plain_text" or "mrkdwn")))
            {
                element["action_id"] ??= SlackIds.Secret(5);
            }

            if (block["type"]?.ToString() is not ("rich_text" or "table" or "markdown"))
            {
                DressTexts(block);
            }
        }

        return dressed;
    }

    /// <summary>The elements of a block that can be pressed, chosen or filled in.</summary>
    public static IEnumerable<JsonObject> Elements(JsonObject block) => block["type"]?.ToString() switch
    {
        "actions" or "context_actions" => (block["elements"] as JsonArray ?? []).OfType<JsonObject>(),
        "section" when block["accessory"] is JsonObject accessory => [accessory],
        "input" when block["element"] is JsonObject element => [element],
        _ => [],
    };

    private static void DressTexts(JsonNode? node)
    {
        if (node is JsonArray many)
        {
            foreach (var one in many)
            {
                DressTexts(one);
            }
        }
        else if (node is JsonObject found)
        {
            DressText(found);
            foreach (var (_, value) in found.ToList())
            {
                DressTexts(value);
            }
        }
    }

    private static void DressText(JsonObject found)
    {
        switch (found["type"]?.ToString())
        {
            case "plain_text" when found["text"] is JsonValue text:
                found["text"] = Mrkdwn.StorePlain(text.ToString());
                found["emoji"] ??= true;
                break;
            case "mrkdwn" when found["text"] is JsonValue text:
                found["text"] = Mrkdwn.Store(text.ToString());
                found["verbatim"] ??= false;
                break;
        }
    }
}
