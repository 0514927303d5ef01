using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.OpenApi;

/// <summary>
/// The part of JSON Schema that Discord's document uses. Its unions overlap, so <c>oneOf</c> is read as "at least one".
/// </summary>
internal sealed class SchemaCheck(JsonObject document, bool unknownKeysAreFaults)
{
    public IReadOnlyList<string> Faults(JsonObject schema, JsonNode? value)
    {
        var faults = new List<string>();
        Check(schema, value, "$", faults, closed: unknownKeysAreFaults);
        return faults;
    }

    public JsonObject Resolve(JsonObject schema)
    {
        while ((string?)schema["$ref"] is { } reference)
        {
            schema = reference[2..].Split('/').Aggregate((JsonNode)document, (node, key) => node[key]!).AsObject();
        }

        return schema;
    }

    private void Check(JsonObject written, JsonNode? value, string at, List<string> faults, bool closed)
    {
        var schema = Resolve(written);
        if (!Unions(schema, value, at, faults, closed) || !TypeFits(schema, value, at, faults))
        {
            return;
        }

        CheckConstants(schema, value, at, faults);
        switch (value)
        {
            case JsonObject map:
                CheckObject(schema, map, at, faults, closed && schema["allOf"] is null);
                break;
            case JsonArray list:
                CheckArray(schema, list, at, faults, closed);
                break;
            case JsonValue scalar:
                ScalarCheck.Check(schema, scalar, at, faults);
                break;
        }
    }

    private bool Unions(JsonObject schema, JsonNode? value, string at, List<string> faults, bool closed)
    {
        foreach (var part in schema["allOf"]?.AsArray() ?? [])
        {
            Check(part!.AsObject(), value, at, faults, closed: false);
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is not JsonArray alternatives)
        {
            return true;
        }

        var attempts = alternatives.Select(alternative => Attempt(alternative!.AsObject(), value, at, closed)).ToList();
        var best = attempts.OrderBy(attempt => attempt.Any(fault => IsAboutKind(fault, at))).ThenBy(attempt => attempt.Count).First();
        faults.AddRange(best);
        return best.Count is 0;
    }

    private List<string> Attempt(JsonObject alternative, JsonNode? value, string at, bool closed)
    {
        var faults = new List<string>();
        Check(alternative, value, at, faults, closed);
        return faults;
    }

    /// <summary>An alternative of another kind (its <c>type</c> differs) is never the best explanation.</summary>
    private static bool IsAboutKind(string fault, string at) =>
        fault.StartsWith($"{at}: is not", StringComparison.Ordinal) || fault.StartsWith($"{at}.type:", StringComparison.Ordinal);

    private static bool TypeFits(JsonObject schema, JsonNode? value, string at, List<string> faults)
    {
        if (schema["type"] is not { } declared)
        {
            return true;
        }

        var kinds = declared is JsonArray many ? many.Select(kind => (string)kind!).ToList() : [(string)declared!];
        if (kinds.Exists(kind => Is(kind, value)))
        {
            return true;
        }

        faults.Add($"{at}: is not {string.Join(" or ", kinds)}");
        return false;
    }

    private static bool Is(string kind, JsonNode? value) => (kind, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) =>
            decimal.TryParse(value!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number % 1 == 0,
        _ => false,
    };

    private static void CheckConstants(JsonObject schema, JsonNode? value, string at, List<string> faults)
    {
        if (schema.ContainsKey("const") && !JsonNode.DeepEquals(schema["const"], value))
        {
            faults.Add($"{at}: must be {schema["const"]?.ToJsonString()}");
        }

        if (schema["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
        {
            faults.Add($"{at}: must be one of {allowed.ToJsonString()}");
        }
    }

    private void CheckObject(JsonObject schema, JsonObject map, string at, List<string> faults, bool closed)
    {
        faults.AddRange((schema["required"]?.AsArray() ?? [])
            .Select(key => (string)key!)
            .Where(key => !map.ContainsKey(key))
            .Select(key => $"{at}.{key}: is missing"));
        ScalarCheck.CheckCount(schema, "Properties", map.Count, at, faults);
        var known = schema["properties"] as JsonObject;
        foreach (var (key, value) in map)
        {
            if (known?[key] is JsonObject property)
            {
                CheckProperty(property, key, value, $"{at}.{key}", faults);
            }
            else if (schema["additionalProperties"] is JsonObject rest)
            {
                Check(rest, value, $"{at}.{key}", faults, unknownKeysAreFaults);
            }
            else if (schema["additionalProperties"]?.GetValueKind() is JsonValueKind.False || (closed && known is not null))
            {
                faults.Add($"{at}.{key}: is not a known key");
            }
        }
    }

    private void CheckProperty(JsonObject schema, string key, JsonNode? value, string at, List<string> faults)
    {
        if (!Disagreements.Allow(key, schema, value))
        {
            Check(schema, value, at, faults, unknownKeysAreFaults);
        }
    }

    private void CheckArray(JsonObject schema, JsonArray list, string at, List<string> faults, bool closed)
    {
        ScalarCheck.CheckCount(schema, "Items", list.Count, at, faults);
        if (schema["uniqueItems"]?.GetValueKind() is JsonValueKind.True && list.DistinctBy(item => item?.ToJsonString(), StringComparer.Ordinal).Count() != list.Count)
        {
            faults.Add($"{at}: repeats an item");
        }

        for (var i = 0; schema["items"] is JsonObject items && i < list.Count; i++)
        {
            Check(items, list[i], $"{at}[{i}]", faults, closed);
        }
    }
}
