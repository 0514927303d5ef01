using System.Globalization;
using System.Text.Json.Nodes;

namespace TalksBot.Web.Tests.Api;

/// <summary>Holds JSON against the schemas of the OpenAPI document, as far as that uses them.</summary>
internal sealed class JsonConformance(JsonObject document)
{
    /// <summary>Everything in which a value differs from its schema; empty where it conforms.</summary>
    public IEnumerable<string> Faults(JsonNode schema, JsonNode? value, string at = "$")
    {
        if (schema["$ref"] is { } reference)
        {
            return Faults(Resolve(reference.GetValue<string>()), value, at);
        }

        return schema["type"]?.GetValue<string>() switch
        {
            "object" when value is JsonObject known => Object(schema, known, at),
            "array" when value is JsonArray items => items.SelectMany((item, index) => Faults(schema["items"]!, item, $"{at}[{index}]")),
            "string" when value is JsonValue text && text.TryGetValue<string>(out var said) => Text(schema, said, at),
            "integer" when value is JsonValue number && number.TryGetValue<long>(out _) => [],
            "boolean" when value is JsonValue flag && flag.TryGetValue<bool>(out _) => [],
            var type => [$"{at} is no {type}: {value?.ToJsonString() ?? "null"}"],
        };
    }

    /// <summary>What a reference within the document stands for.</summary>
    public JsonNode Resolve(string reference) =>
        reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate((JsonNode)document, (node, name) => node[name] ?? throw new InvalidOperationException($"{reference} leads nowhere."));

    private IEnumerable<string> Object(JsonNode schema, JsonObject value, string at)
    {
        var properties = schema["properties"]!.AsObject();
        foreach (var required in schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).Where(name => !value.ContainsKey(name)))
        {
            yield return $"{at}.{required} is missing";
        }

        // Nothing is answered that is not described.
        foreach (var (name, inner) in value)
        {
            if (properties[name] is not { } known)
            {
                yield return $"{at}.{name} is not described";
                continue;
            }

            foreach (var fault in Faults(known, inner, $"{at}.{name}"))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Text(JsonNode schema, string said, string at)
    {
        if (schema["enum"] is JsonArray choices && !choices.Any(choice => choice!.GetValue<string>() == said))
        {
            yield return $"{at} is none of the choices: {said}";
        }

        if (schema["format"]?.GetValue<string>() == "date-time" && !(said.EndsWith('Z') && DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, out _)))
        {
            yield return $"{at} is no instant in UTC: {said}";
        }
    }
}
