using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Rules;

/// <summary>What a rich_text block may hold, and how it reads. slack.md §10.</summary>
internal static class RichTextRules
{
    private static readonly string[] Parts = ["rich_text_section", "rich_text_quote", "rich_text_preformatted", "rich_text_list"];
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    public static void Check(JsonObject block, string at, Complaints complaints)
    {
        var parts = complaints.Items(block, "elements", at, (1, int.MaxValue));
        for (var index = 0; index < parts.Count; index++)
        {
            CheckPart(parts[index], $"{at}/elements/{index}", complaints);
        }
    }

    /// <summary>The words of a block as a person reads them; a break between its parts.</summary>
    public static string Read(JsonObject block) => string.Join('\n', (block["elements"] as JsonArray ?? []).OfType<JsonObject>().Select(ReadPart));

    private static string ReadPart(JsonObject part) => string.Concat((part["elements"] as JsonArray ?? []).OfType<JsonObject>().Select(element => element["type"]?.ToString() switch
    {
        "link" => $"{element["text"] ?? element["url"]}",
        "channel" => $"<#{element["channel_id"]}>",
        "user" => $"<@{element["user_id"]}>",
        "usergroup" => $"<!subteam^{element["usergroup_id"]}>",
        "broadcast" => $"<!{element["range"]}>",
        "date" => $"{element["fallback"]}",
        "emoji" => $":{element["name"]}:",
        "rich_text_section" => $"{ReadPart(element)}\n",
        _ => $"{element["text"]}",
    }));

    private static void CheckPart(JsonNode? node, string at, Complaints complaints)
    {
        if (node is not JsonObject part || !Parts.Contains(part["type"]?.ToString(), StringComparer.Ordinal))
        {
            complaints.Add($"{at}/type", $"unsupported type: {node?["type"]?.ToString() ?? "none"}");
            return;
        }

        var elements = complaints.Items(part, "elements", at, (0, int.MaxValue));
        for (var index = 0; index < elements.Count; index++)
        {
            if (elements[index] is JsonObject { } inner && inner["type"]?.ToString() is "rich_text_section" && part["type"]?.ToString() is "rich_text_list")
            {
                CheckPart(inner, $"{at}/elements/{index}", complaints);
            }
            else
            {
                CheckElement(elements[index], $"{at}/elements/{index}", complaints);
            }
        }
    }

    private static void CheckElement(JsonNode? node, string at, Complaints complaints)
    {
        if (node is not JsonObject element)
        {
            complaints.Add(at, "must provide an object");
            return;
        }

        switch (element["type"]?.ToString())
        {
            case "text":
                complaints.Text(element, "text", at, int.MaxValue - 1, required: true);
                break;
            case "link":
                if (complaints.Text(element, "url", at, 3000, required: true) is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && Schemes.Contains(parsed.Scheme, StringComparer.Ordinal)))
                {
                    complaints.Add($"{at}/url", "must be a valid URL");
                }

                break;
            case "channel":
                complaints.Text(element, "channel_id", at, 100, required: true);
                break;
            case "date":
                complaints.Text(element, "format", at, 500, required: true);
                if (element["timestamp"] is not JsonValue stamp || !stamp.TryGetValue<long>(out _))
                {
                    complaints.Missing(at, "timestamp");
                }

                break;
            case "user" or "usergroup" or "broadcast" or "emoji" or "color":
                break;
            case var other:
                complaints.Add($"{at}/type", $"unsupported type: {other ?? "none"}");
                break;
        }
    }
}
