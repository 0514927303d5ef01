using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.Rules;

/// <summary>The limits of a modal: labels around one input each. Protocol sheet §4.</summary>
internal static class ModalRules
{
    public static void Check(Form form, JsonObject modal, string at)
    {
        form.Text(modal, "custom_id", at, 100, 1, required: true);
        form.Text(modal, "title", at, 45, 1, required: true);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (component, place) in form.Items(modal, "components", at, 5, 1))
        {
            switch ((int?)component["type"])
            {
                case 18:
                    form.Text(component, "label", place, 45, 1, required: true);
                    form.Text(component, "description", place, 100);
                    CheckInput(form, component["component"] as JsonObject, $"{place}.component", labelled: true, ids);
                    break;
                case 1:
                    foreach (var (input, inside) in form.Items(component, "components", place, 1, 1))
                    {
                        CheckInput(form, input, inside, labelled: false, ids);
                    }

                    break;
                case 10:
                    form.Text(component, "content", place, 4000, 1, required: true);
                    break;
                default:
                    form.Add($"{place}.type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1, 10, 18).");
                    break;
            }
        }
    }

    private static void CheckInput(Form form, JsonObject? input, string at, bool labelled, HashSet<string> ids)
    {
        if (input is null)
        {
            form.Required(at);
            return;
        }

        var id = form.Text(input, "custom_id", at, 100, 1, required: true);
        if (id is not null && !ids.Add(id))
        {
            form.Add($"{at}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }

        CheckKind(form, input, at, labelled);
    }

    private static void CheckKind(Form form, JsonObject input, string at, bool labelled)
    {
        switch ((int?)input["type"])
        {
            case 4:
                CheckText(form, input, at, labelled);
                break;
            case 21:
                CheckOptions(form, input, at, least: 2);
                break;
            case 22:
                CheckOptions(form, input, at, least: 1);
                CheckCount(form, input, at, 10);
                break;
            case 19:
                CheckCount(form, input, at, 10);
                break;
            case 3:
                SelectRules.CheckOptions(form, input, at);
                CheckCount(form, input, at, 25);
                break;
            case 5 or 6 or 7 or 8:
                CheckCount(form, input, at, 25);
                break;
            case 23 when labelled:
                break;
            default:
                form.Add($"{at}.type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (3, 4, 5, 6, 7, 8, 19, 21, 22, 23).");
                break;
        }
    }

    /// <summary>Radio buttons and boxes to tick, in modals since February 2026.</summary>
    private static void CheckOptions(Form form, JsonObject input, string at, int least)
    {
        foreach (var (option, place) in form.Items(input, "options", at, 10, least))
        {
            form.Text(option, "label", place, 100, 1, required: true);
            form.Text(option, "value", place, 100, 1, required: true);
            form.Text(option, "description", place, 100);
        }
    }

    private static void CheckCount(Form form, JsonObject input, string at, int most)
    {
        form.Whole(input, "min_values", at, 0, most);
        form.Whole(input, "max_values", at, 1, most);
    }

    private static void CheckText(Form form, JsonObject input, string at, bool labelled)
    {
        form.Whole(input, "style", at, 1, 2, required: true);
        form.Whole(input, "min_length", at, 0, 4000);
        form.Whole(input, "max_length", at, 1, 4000);
        form.Text(input, "value", at, (int?)input["max_length"] ?? 4000);
        form.Text(input, "placeholder", at, 100);
        if (!labelled)
        {
            form.Text(input, "label", at, 45, 1, required: true);
        }
    }
}
