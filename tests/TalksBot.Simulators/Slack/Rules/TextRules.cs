using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Rules;

/// <summary>Text objects. slack.md §10.</summary>
internal static class TextRules
{
    public const int Longest = 3000;

    /// <summary>A text object at a key.</summary>
    public static void Check(JsonObject holder, string key, string pointer, int max, Complaints complaints, bool plain = false, bool required = true)
    {
        if (holder[key] is null)
        {
            if (required)
            {
                complaints.Missing(pointer, key);
            }

            return;
        }

        CheckObject(holder[key], $"{pointer}/{key}", max, complaints, plain);
    }

    public static void CheckObject(JsonNode? node, string pointer, int max, Complaints complaints, bool plain = false)
    {
        if (node is not JsonObject text)
        {
            complaints.Add(pointer, "must provide an object");
            return;
        }

        var type = text["type"]?.ToString();
        if (type is not "plain_text" && (plain || type is not "mrkdwn"))
        {
            complaints.Add($"{pointer}/type", plain ? "must be a valid enum value: plain_text" : "must be one of: plain_text, mrkdwn");
        }

        if (type is "plain_text" && text["verbatim"] is not null)
        {
            complaints.Add($"{pointer}/verbatim", "invalid additional property: verbatim");
        }

        if (type is "mrkdwn" && text["emoji"] is not null)
        {
            complaints.Add($"{pointer}/emoji", "invalid additional property: emoji");
        }

        complaints.Text(text, "text", pointer, max, required: true);
    }
}
