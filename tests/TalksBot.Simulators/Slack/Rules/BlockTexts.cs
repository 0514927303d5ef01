using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Rules;

/// <summary>Every text a person reads in blocks, in order and as text objects are stored; labels of buttons and alt texts included.</summary>
internal static class BlockTexts
{
    public static IEnumerable<string> Of(JsonNode? node) => node switch
    {
        JsonArray many => many.SelectMany(Of),
        JsonObject one when one["type"]?.ToString() is "rich_text" => [Mrkdwn.Encode(RichTextRules.Read(one))],
        JsonObject one => OfObject(one),
        _ => [],
    };

    private static IEnumerable<string> OfObject(JsonObject one)
    {
        foreach (var (key, value) in one)
        {
            if (key is "text" or "alt_text" && value is JsonValue text && text.TryGetValue<string>(out var words))
            {
                yield return words;
            }
            else if (key is not ("confirm" or "metadata"))
            {
                foreach (var inner in Of(value))
                {
                    yield return inner;
                }
            }
        }
    }
}
