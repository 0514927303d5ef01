using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Rules;

/// <summary>What is wrong with a payload, each with the place as a JSON pointer, in Slack's wording. slack.md §10.</summary>
internal sealed class Complaints
{
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    public bool Any => _all.Count > 0;

    public void Add(string pointer, string what) => _all.Add($"{what} [json-pointer:{pointer}]");

    public void Missing(string pointer, string field) => Add(pointer, $"missing required field: {field}");

    /// <summary>The text at a key; complains when it is missing though required, no string, or outside the lengths.</summary>
    public string? Text(JsonObject holder, string key, string pointer, int max, bool required = false)
    {
        if (holder[key] is not { } node)
        {
            if (required)
            {
                Missing(pointer, key);
            }

            return null;
        }

        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            Add($"{pointer}/{key}", "must provide a string");
            return null;
        }

        if (text.Length > max)
        {
            Add($"{pointer}/{key}", $"must be less than {max + 1} characters");
        }
        else if (required && text.Length is 0)
        {
            Add($"{pointer}/{key}", "must be more than 0 characters");
        }

        return text;
    }

    /// <summary>The array at a key; complains about its size and about what is no array.</summary>
    public JsonArray Items(JsonObject holder, string key, string pointer, (int Min, int Max) size)
    {
        if (holder[key] is null)
        {
            if (size.Min > 0)
            {
                Missing(pointer, key);
            }

            return [];
        }

        if (holder[key] is not JsonArray items)
        {
            Add($"{pointer}/{key}", "must provide an array");
            return [];
        }

        if (items.Count > size.Max)
        {
            Add($"{pointer}/{key}", $"no more than {size.Max} items allowed");
        }
        else if (items.Count < size.Min)
        {
            Add($"{pointer}/{key}", $"no less than {size.Min} items allowed");
        }

        return items;
    }
}
