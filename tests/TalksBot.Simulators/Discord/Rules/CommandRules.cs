using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TalksBot.Simulators.Discord.Rules;

/// <summary>The limits of application commands. Protocol sheet §6.</summary>
internal sealed partial class CommandRules(Form form)
{
    private const int MostCharacters = 8000;
    private const long LargestInteger = (1L << 53) - 1;

    public void Check(JsonObject command, string at)
    {
        if ((form.Whole(command, "type", at, 1, 4) ?? 1) is not 1)
        {
            form.Text(command, "name", at, 32, 1, required: true);
            if (command["description"] is JsonValue text && text.TryGetValue(out string? given) && given.Length > 0)
            {
                form.Add(Form.Join(at, "description"), "APPLICATION_COMMAND_DESCRIPTION_FORBIDDEN", "Context menu commands cannot have description");
            }

            return;
        }

        CheckNamed(command, at);
        CheckOptions(command, at, depth: 0);
        if (Weigh(command) > MostCharacters)
        {
            form.Add(at, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MostCharacters})");
        }
    }

    private void CheckNamed(JsonObject part, string at)
    {
        var name = form.Text(part, "name", at, 32, 1, required: true);
        form.Text(part, "description", at, 100, 1, required: true);
        if (name is not null)
        {
            CheckName(name, Form.Join(at, "name"));
        }

        foreach (var (locale, localised) in part["name_localizations"] as JsonObject ?? [])
        {
            CheckName(localised?.ToString() ?? "", $"{Form.Join(at, "name_localizations")}.{locale}");
        }

        foreach (var (locale, localised) in part["description_localizations"] as JsonObject ?? [])
        {
            form.Length($"{Form.Join(at, "description_localizations")}.{locale}", localised?.ToString().Length ?? 0, 100, 1);
        }
    }

    private void CheckName(string name, string at)
    {
        if (!NamePattern().IsMatch(name) || !string.Equals(name, name.ToLowerInvariant(), StringComparison.Ordinal))
        {
            form.Add(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    private void CheckOptions(JsonObject parent, string at, int depth)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var sawOptional = false;
        foreach (var (option, place) in form.Items(parent, "options", at, 25))
        {
            CheckNamed(option, place);
            var kind = form.Whole(option, "type", place, 1, 11, required: true) ?? 0;
            var required = form.Flag(option, "required", place);
            if (required && sawOptional)
            {
                form.Add(place, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            }

            sawOptional |= !required && kind > 2;
            if (!names.Add(option["name"]?.ToString() ?? ""))
            {
                form.Add($"{place}.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            }

            CheckKind(option, place, kind, depth);
        }
    }

    private void CheckKind(JsonObject option, string at, long kind, int depth)
    {
        if (kind is 1 or 2)
        {
            if (depth >= (kind is 1 ? 2 : 1))
            {
                form.Add($"{at}.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command option type is invalid at this depth");
            }

            CheckOptions(option, at, kind is 1 ? 2 : depth + 1);
            return;
        }

        CheckChoices(option, at, kind);
        if (kind is 3)
        {
            form.Whole(option, "min_length", at, 0, 6000);
            form.Whole(option, "max_length", at, 1, 6000);
        }
        else if (kind is 4)
        {
            form.Whole(option, "min_value", at, -LargestInteger, LargestInteger);
            form.Whole(option, "max_value", at, -LargestInteger, LargestInteger);
        }
    }

    private void CheckChoices(JsonObject option, string at, long kind)
    {
        var completes = form.Flag(option, "autocomplete", at);
        var choices = form.Items(option, "choices", at, 25);
        if (completes && (choices.Count > 0 || kind is not (3 or 4 or 10)))
        {
            form.Add($"{at}.autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", "Autocomplete needs a string, integer or number option without choices");
        }

        foreach (var (choice, place) in choices)
        {
            CheckChoice(form, choice, place, kind);
        }
    }

    /// <summary>One choice, of a command or of an autocomplete answer.</summary>
    public static void CheckChoice(Form form, JsonObject choice, string at, long kind)
    {
        form.Text(choice, "name", at, 100, 1, required: true);
        if (kind is 3)
        {
            form.Text(choice, "value", at, 100, required: true);
        }
        else if (choice["value"]?.GetValueKind() is not JsonValueKind.Number)
        {
            form.Add($"{at}.value", "NUMBER_TYPE_COERCE", "Value is not a number.");
        }
    }

    /// <summary>Names, descriptions and values of everything; of localised texts the longest counts.</summary>
    private static int Weigh(JsonNode? part) => part is not JsonObject map ? 0 :
        Longest(map, "name") + Longest(map, "description")
        + (map["value"] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.ToString().Length : 0)
        + (map["options"] as JsonArray ?? []).Sum(Weigh)
        + (map["choices"] as JsonArray ?? []).Sum(Weigh);

    private static int Longest(JsonObject part, string key) =>
        (part[$"{key}_localizations"] as JsonObject ?? []).Select(pair => pair.Value?.ToString().Length ?? 0)
            .Append(part[key]?.ToString().Length ?? 0)
            .Max();

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();
}
