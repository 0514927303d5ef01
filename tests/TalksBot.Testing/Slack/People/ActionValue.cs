using System.Text.Json.Nodes;

namespace TalksBot.Testing.Slack.People;

/// <summary>What an element says once a person has pressed, chosen or typed; what its window would not allow throws.</summary>
internal static class ActionValue
{
    /// <summary>Type and value, as in <c>state.values</c>; null when nothing was given and nothing is preset.</summary>
    public static JsonObject? Of(JsonObject element, IReadOnlyList<string>? given)
    {
        var type = element["type"]!.ToString();
        var said = new JsonObject { ["type"] = type };
        switch (type)
        {
            case "button":
                Copy(element, said, "value");
                Copy(element, said, "text");
                return said;
            case "static_select" or "radio_buttons" or "overflow" or "external_select":
                said["selected_option"] = given is { Count: > 0 } ? Option(element, given[0]) : element["initial_option"]?.DeepClone();
                return said["selected_option"] is null ? null : said;
            case "multi_static_select" or "checkboxes" or "multi_external_select":
                said["selected_options"] = given is null ? element["initial_options"]?.DeepClone() ?? new JsonArray() : new JsonArray([.. given.Select(one => (JsonNode)Option(element, one))]);
                return said;
            default:
                return Typed(element, said, type, given);
        }
    }

    private static JsonObject? Typed(JsonObject element, JsonObject said, string type, IReadOnlyList<string>? given)
    {
        var (key, initial) = type switch
        {
            "datepicker" => ("selected_date", "initial_date"),
            "timepicker" => ("selected_time", "initial_time"),
            "datetimepicker" => ("selected_date_time", "initial_date_time"),
            "users_select" => ("selected_user", "initial_user"),
            "channels_select" => ("selected_channel", "initial_channel"),
            "conversations_select" => ("selected_conversation", "initial_conversation"),
            _ => ("value", "initial_value"),
        };
        var text = given is { Count: > 0 } ? given[0] : element[initial]?.ToString();
        if (text is not { Length: > 0 })
        {
            return null;
        }

        if (type is "plain_text_input" && (text.Length < ((int?)element["min_length"] ?? 0) || text.Length > ((int?)element["max_length"] ?? 3000)))
        {
            throw new InvalidOperationException($"{element["action_id"]} does not take {text.Length} characters.");
        }

        said[key] = type is "datetimepicker" ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : text;
        return said;
    }

    private static JsonObject Option(JsonObject element, string wanted)
    {
        var options = (element["options"] as JsonArray ?? []).Concat((element["option_groups"] as JsonArray ?? []).SelectMany(group => group!["options"]!.AsArray())).OfType<JsonObject>();
        if (element["type"]!.ToString().Contains("external", StringComparison.Ordinal))
        {
            return new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = wanted }, ["value"] = wanted };
        }

        return options.FirstOrDefault(one => one["value"]?.ToString() == wanted || one["text"]!["text"]!.ToString() == wanted)?.DeepClone().AsObject()
            ?? throw new InvalidOperationException($"{element["action_id"]} has no option {wanted}.");
    }

    private static void Copy(JsonObject from, JsonObject to, string key)
    {
        if (from[key] is { } value)
        {
            to[key] = value.DeepClone();
        }
    }
}
