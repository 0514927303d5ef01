using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Rules;

/// <summary>Buttons, selects, pickers and inputs. slack.md §10.</summary>
internal static class ElementRules
{
    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal)
    {
        "datepicker", "timepicker", "datetimepicker", "number_input", "email_text_input", "url_text_input", "rich_text_input", "file_input",
        "users_select", "conversations_select", "channels_select", "multi_users_select", "multi_conversations_select",
        "multi_channels_select", "external_select", "multi_external_select", "workflow_button", "feedback_buttons", "icon_button",
    };

    /// <summary>One interactive element; <paramref name="ids"/> collects action ids, which must not repeat in a block.</summary>
    public static void Check(JsonNode? node, string pointer, HashSet<string> ids, Complaints complaints)
    {
        if (node is not JsonObject element)
        {
            complaints.Add(pointer, "must provide an object");
            return;
        }

        if (complaints.Text(element, "action_id", pointer, 255) is { } id && !ids.Add(id))
        {
            complaints.Add($"{pointer}/action_id", $"`action_id` '{id}' already exists");
        }

        CheckKind(element, element["type"]?.ToString() ?? "", pointer, complaints);
        CheckConfirm(element, pointer, complaints);
    }

    private static void CheckKind(JsonObject element, string type, string pointer, Complaints complaints)
    {
        switch (type)
        {
            case "button":
                CheckButton(element, pointer, complaints);
                break;
            case "static_select" or "multi_static_select":
                CheckSelect(element, pointer, complaints);
                break;
            case "overflow":
                CheckOptions(element, pointer, 5, complaints);
                break;
            case "checkboxes" or "radio_buttons":
                CheckOptions(element, pointer, 10, complaints);
                break;
            case "plain_text_input":
                CheckInput(element, pointer, complaints);
                break;
            default:
                if (!Bare.Contains(type))
                {
                    complaints.Add($"{pointer}/type", $"unsupported type: {type}");
                }

                break;
        }
    }

    private static void CheckButton(JsonObject element, string pointer, Complaints complaints)
    {
        TextRules.Check(element, "text", pointer, 75, complaints, plain: true);
        complaints.Text(element, "value", pointer, 2000);
        complaints.Text(element, "url", pointer, 3000);
        complaints.Text(element, "accessibility_label", pointer, 75);
        if (element["style"] is { } style && style.ToString() is not ("primary" or "danger"))
        {
            complaints.Add($"{pointer}/style", "must be a valid enum value");
        }
    }

    private static void CheckSelect(JsonObject element, string pointer, Complaints complaints)
    {
        TextRules.Check(element, "placeholder", pointer, 150, complaints, plain: true, required: false);
        if (element["options"] is not null == element["option_groups"] is not null)
        {
            complaints.Add(pointer, "must provide exactly one of options, option_groups");
            return;
        }

        if (element["options"] is not null)
        {
            CheckOptions(element, pointer, 100, complaints);
            return;
        }

        var groups = complaints.Items(element, "option_groups", pointer, (1, 100));
        for (var at = 0; at < groups.Count; at++)
        {
            if (groups[at] is JsonObject group)
            {
                TextRules.Check(group, "label", $"{pointer}/option_groups/{at}", 75, complaints, plain: true);
                CheckOptions(group, $"{pointer}/option_groups/{at}", 100, complaints);
            }
        }
    }

    private static void CheckOptions(JsonObject holder, string pointer, int max, Complaints complaints)
    {
        var options = complaints.Items(holder, "options", pointer, (1, max));
        for (var at = 0; at < options.Count; at++)
        {
            if (options[at] is not JsonObject option)
            {
                complaints.Add($"{pointer}/options/{at}", "must provide an object");
                continue;
            }

            TextRules.Check(option, "text", $"{pointer}/options/{at}", 75, complaints);
            TextRules.Check(option, "description", $"{pointer}/options/{at}", 75, complaints, required: false);
            complaints.Text(option, "value", $"{pointer}/options/{at}", 150, required: true);
        }
    }

    private static void CheckInput(JsonObject element, string pointer, Complaints complaints)
    {
        TextRules.Check(element, "placeholder", pointer, 150, complaints, plain: true, required: false);
        var (min, max) = ((int?)element["min_length"] ?? 0, (int?)element["max_length"] ?? TextRules.Longest);
        if (min is < 0 or > TextRules.Longest)
        {
            complaints.Add($"{pointer}/min_length", "must be less than 3001");
        }

        if (max < Math.Max(1, min) || max > TextRules.Longest)
        {
            complaints.Add($"{pointer}/max_length", "must be between min_length and 3000");
        }
    }

    private static void CheckConfirm(JsonObject element, string pointer, Complaints complaints)
    {
        if (element["confirm"] is not JsonObject confirm)
        {
            return;
        }

        TextRules.Check(confirm, "title", $"{pointer}/confirm", 100, complaints, plain: true);
        TextRules.Check(confirm, "text", $"{pointer}/confirm", 300, complaints);
        TextRules.Check(confirm, "confirm", $"{pointer}/confirm", 30, complaints, plain: true);
        TextRules.Check(confirm, "deny", $"{pointer}/confirm", 30, complaints, plain: true);
    }
}
