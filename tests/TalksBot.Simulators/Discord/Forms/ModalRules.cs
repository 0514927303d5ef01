using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.Forms;

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

        if ((int?)input["type"] is not 4)
        {
            return;
        }

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
