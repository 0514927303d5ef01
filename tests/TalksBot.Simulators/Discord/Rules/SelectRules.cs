using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.Rules;

/// <summary>The options of a string select. Protocol sheet §4.</summary>
internal static class SelectRules
{
    public static void CheckOptions(Form form, JsonObject select, string at)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (option, place) in form.Items(select, "options", at, 25, 1))
        {
            form.Text(option, "label", place, 100, 1, required: true);
            form.Text(option, "description", place, 100);
            var value = form.Text(option, "value", place, 100, 1, required: true);
            if (value is not null && !values.Add(value))
            {
                form.Add($"{place}.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            }
        }
    }
}
