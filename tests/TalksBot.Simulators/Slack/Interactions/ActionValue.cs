using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>What an element says once a person has pressed, chosen or typed; what its window would not allow throws.</summary>
internal static class ActionValue
{
    /// <summary>Type and value, as in <c>state.values</c>; null when nothing was given and nothing is preset.</summary>
    public static JsonObject? Of(JsonObject element, IReadOnlyList<string>? given)
    {
        var type = element["type"]!.ToString();
        var said = new JsonObject { ["type"] = type };
        var (key, initial) = Keys(type);
        switch (key)
        {
            case "text":
                Copy(element, said, "value");
                Copy(element, said, "text");
                return said;
            case "selected_option":
                said[key] = given is { Count: > 0 } ? Option(element, given[0]) : element[initial]?.DeepClone();
                return said[key] is null ? null : said;
            case "selected_options":
                said[key] = given is null ? element[initial]?.DeepClone() ?? new JsonArray() : new JsonArray([.. given.Select(one => (JsonNode)Option(element, one))]);
                return said;
            case "selected_users" or "selected_channels" or "selected_conversations":
                said[key] = given is null ? element[initial]?.DeepClone() ?? new JsonArray() : new JsonArray([.. given.Select(one => (JsonNode)one)]);
                return said;
            default:
                return Typed(element, said, (key, initial), given);
        }
    }

    /// <summary>What a field says that nobody touched and that nothing presets: its own key, and null in it.</summary>
    public static JsonObject Untouched(JsonObject element)
    {
        var type = element["type"]!.ToString();
        var key = Keys(type).Key;
        return new JsonObject { ["type"] = type, [key] = key is "files" ? new JsonArray() : null };
    }

    /// <summary>Whether an element keeps what was chosen or typed, so that it stands in <c>state.values</c>. Those that are only pressed do not.</summary>
    public static bool IsField(JsonObject element) =>
        element["type"]!.ToString() is not ("button" or "overflow" or "workflow_button" or "feedback_buttons" or "icon_button" or "image");

    private static (string Key, string Initial) Keys(string type) => type switch
    {
        "button" => ("text", ""),
        "static_select" or "radio_buttons" or "overflow" or "external_select" => ("selected_option", "initial_option"),
        "multi_static_select" or "checkboxes" or "multi_external_select" => ("selected_options", "initial_options"),
        "multi_users_select" => ("selected_users", "initial_users"),
        "multi_channels_select" => ("selected_channels", "initial_channels"),
        "multi_conversations_select" => ("selected_conversations", "initial_conversations"),
        "datepicker" => ("selected_date", "initial_date"),
        "timepicker" => ("selected_time", "initial_time"),
        "datetimepicker" => ("selected_date_time", "initial_date_time"),
        "users_select" => ("selected_user", "initial_user"),
        "channels_select" => ("selected_channel", "initial_channel"),
        "conversations_select" => ("selected_conversation", "initial_conversation"),
        "rich_text_input" => ("rich_text_value", "initial_value"),
        "file_input" => ("files", ""),
        _ => ("value", "initial_value"),
    };

    private static JsonObject? Typed(JsonObject element, JsonObject said, (string Key, string Initial) names, IReadOnlyList<string>? given)
    {
        var text = given is { Count: > 0 } ? given[0] : element[names.Initial]?.ToString();
        if (text is not { Length: > 0 })
        {
            return null;
        }

        var type = said["type"]!.ToString();
        if (type is "plain_text_input" && (text.Length < ((int?)element["min_length"] ?? 0) || text.Length > ((int?)element["max_length"] ?? 3000)))
        {
            throw new InvalidOperationException($"{element["action_id"]} does not take {text.Length} characters.");
        }

        said[names.Key] = type is "datetimepicker" ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : text;
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
