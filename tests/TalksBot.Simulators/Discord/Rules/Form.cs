using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Web;

namespace TalksBot.Simulators.Discord.Rules;

/// <summary>
/// Reads a body field by field and collects every fault in Discord's nested tree. Paths are dotted, array positions are
/// numbers: <c>embeds.0.title</c>. Protocol sheet §11.
/// </summary>
internal sealed class Form
{
    private readonly JsonObject _tree = [];

    public static Refusal Invalid(string at, string code, string message)
    {
        var form = new Form();
        form.Add(at, code, message);
        return form.Refusal;
    }

    public bool HasFaults => _tree.Count > 0;

    private Refusal Refusal => new(400, 50035, "Invalid Form Body") { Errors = _tree.DeepClone().AsObject() };

    public void ThrowIfFaulty()
    {
        if (HasFaults)
        {
            throw Refusal;
        }
    }

    public void Add(string at, string code, string message)
    {
        var node = _tree;
        foreach (var key in at.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = (JsonObject)(node[key] ??= new JsonObject());
        }

        ((JsonArray)(node["_errors"] ??= new JsonArray())).Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string at) => Add(at, "BASE_TYPE_REQUIRED", "This field is required");

    /// <summary>Lengths are UTF-16 units, the stricter of the two readings; white space around does not count.</summary>
    public string? Text(JsonObject from, string key, string at, int most, int least = 0, bool required = false)
    {
        var value = from[key];
        if (value is null)
        {
            if (required)
            {
                Required(Join(at, key));
            }

            return null;
        }

        if (value.GetValueKind() is not JsonValueKind.String)
        {
            Add(Join(at, key), "STRING_TYPE_CONVERT", "Could not interpret value as string.");
            return null;
        }

        var text = (string)value!;
        Length(Join(at, key), text.Trim().Length, most, least);
        return text;
    }

    public long? Whole(JsonObject from, string key, string at, long least, long most, bool required = false)
    {
        var value = from[key];
        if (value is null)
        {
            if (required)
            {
                Required(Join(at, key));
            }

            return null;
        }

        var text = value.GetValueKind() is JsonValueKind.String ? (string)value! : value.ToJsonString();
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Add(Join(at, key), "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not int.");
            return null;
        }

        if (number < least || number > most)
        {
            Add(Join(at, key), number < least ? "NUMBER_TYPE_MIN" : "NUMBER_TYPE_MAX", $"int value should be between {least} and {most}.");
        }

        return number;
    }

    /// <summary>An id as a string or, as some libraries send it, as a number.</summary>
    public ulong? Snowflake(JsonObject from, string key, string at, bool required = false)
    {
        var value = from[key];
        if (value is null)
        {
            if (required)
            {
                Required(Join(at, key));
            }

            return null;
        }

        if (value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number && ulong.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        Add(Join(at, key), "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not snowflake.");
        return null;
    }

    public bool Flag(JsonObject from, string key, string at)
    {
        var value = from[key];
        if (value is not null && value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            Add(Join(at, key), "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
            return false;
        }

        return (bool?)value ?? false;
    }

    /// <summary>The objects of an array with their paths; null and absent are the same empty list.</summary>
    public IReadOnlyList<(JsonObject Item, string At)> Items(JsonObject from, string key, string at, int most, int least = 0)
    {
        var place = Join(at, key);
        if (from[key] is not JsonArray list)
        {
            if (from[key] is not null)
            {
                Add(place, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            }
            else if (least > 0)
            {
                Required(place);
            }

            return [];
        }

        Length(place, list.Count, most, least);
        var items = new List<(JsonObject, string)>();
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject item)
            {
                items.Add((item, $"{place}.{i}"));
            }
            else
            {
                Add($"{place}.{i}", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
            }
        }

        return items;
    }

    public void Length(string at, int length, int most, int least = 0)
    {
        if (length < least)
        {
            Add(at, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
        }
        else if (length > most)
        {
            Add(at, least > 0 ? "BASE_TYPE_BAD_LENGTH" : "BASE_TYPE_MAX_LENGTH", least > 0 ? $"Must be between {least} and {most} in length." : $"Must be {most} or fewer in length.");
        }
    }

    public static string Join(string at, string key) => at.Length is 0 ? key : $"{at}.{key}";
}
