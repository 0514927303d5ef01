using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TalksBot.Web.Api;

namespace TalksBot.Web.Tests.Api;

/// <summary>The schemas of what is sent and answered, from the types, with what is said of them in their documentation.</summary>
internal sealed partial class OpenApiSchemas
{
    private static readonly string[] Sent = [nameof(AddUpdateBody), nameof(CorrectUpdateBody), nameof(KillUpdateBody), nameof(ConfirmBody)];

    private readonly SortedDictionary<string, JsonNode> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<Assembly, XDocument> _docs = [];

    /// <summary>All that were named, and what they name.</summary>
    public JsonObject All => new(_schemas.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value)));

    /// <summary>What a type is called in the document.</summary>
    private static string NameOf(Type type) => type.IsGenericType ? $"{NameOf(type.GetGenericArguments()[0])}List" : ViewEnding().Replace(type.Name, "");

    /// <summary>A schema by its name; it is among <see cref="All"/> from then on.</summary>
    public JsonObject Reference(Type type)
    {
        var name = NameOf(type);
        if (!_schemas.ContainsKey(name))
        {
            _schemas.Add(name, new JsonObject());
            _schemas[name] = ApiJson.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform });
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var isWhole = context.Path.Length == 0;
        return schema switch
        {
            _ when !isWhole && IsOurs(type) => Described(Reference(type), context),
            _ when IsMoment(type) => Moment(context.PropertyInfo is { } moment ? Said(moment) : ""),
            not JsonObject => schema,
            JsonObject choice when type.IsEnum => Choice(type, choice),
            JsonObject whole when context.TypeInfo.Kind is JsonTypeInfoKind.Object && isWhole => Whole(context.TypeInfo, Typed(whole)),
            JsonObject written => Described(Typed(written), context),
        };
    }

    /// <summary>What says nothing is left out, so nothing is ever null.</summary>
    private static JsonObject Typed(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.Select(known => known!.GetValue<string>()).Single(known => known != "null");
        }

        return schema;
    }

    private JsonObject Choice(Type type, JsonObject schema) => new()
    {
        ["description"] = $"{Summary(type)} {string.Join(" ", Enum.GetNames(type).Select(name => $"`{JsonNamingPolicy.KebabCaseLower.ConvertName(name)}`: {Text(Member($"F:{type.FullName}.{name}", type)?.Element("summary"))}"))}",
        ["type"] = "string",
        ["enum"] = schema["enum"]!.DeepClone(),
    };

    private JsonObject Whole(JsonTypeInfo type, JsonObject schema)
    {
        schema["required"] = new JsonArray([.. type.Properties.Where(property => !property.IsGetNullable).Select(property => (JsonNode)property.Name)]);
        if (!Sent.Contains(type.Type.Name))
        {
            schema.Remove("additionalProperties");
        }

        foreach (var property in type.Properties)
        {
            // What may be left out says so by not being required.
            var inner = schema["properties"]![property.Name]!.AsObject();
            inner.Remove("default");
            if (IsMoment(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) && !inner.ContainsKey("type"))
            {
                schema["properties"]![property.Name] = Moment(Said(property));
            }
        }

        schema.Insert(0, "description", Summary(type.Type));
        return schema;
    }

    private static bool IsMoment(Type type) => type == typeof(Instant) || type == typeof(OffsetDateTime);

    private static JsonObject Moment(string said) => new() { ["description"] = said, ["type"] = "string", ["format"] = "date-time" };

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("TalksBot", StringComparison.Ordinal) == true;

    private JsonObject Described(JsonObject schema, JsonSchemaExporterContext context)
    {
        if (context.PropertyInfo is { } property && !schema.ContainsKey("description") && Said(property) is { Length: > 0 } said)
        {
            schema.Insert(0, "description", said);
        }

        return schema;
    }

    private string Said(JsonPropertyInfo property)
    {
        var type = property.DeclaringType;
        var name = $"{char.ToUpperInvariant(property.Name[0])}{property.Name[1..]}";
        var known = Member($"T:{NameInDocs(type)}", type)?.Elements("param").FirstOrDefault(param => param.Attribute("name")?.Value == name);
        return Text(known ?? Member($"P:{NameInDocs(type)}.{name}", type)?.Element("summary"));
    }

    private string Summary(Type type) => Stored().Replace(Text(Member($"T:{NameInDocs(type)}", type)?.Element("summary")), "");

    private static string NameInDocs(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!;

    private XElement? Member(string name, Type type)
    {
        if (!_docs.TryGetValue(type.Assembly, out var docs))
        {
            _docs.Add(type.Assembly, docs = XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml")));
        }

        return docs.Descendants("member").FirstOrDefault(member => member.Attribute("name")?.Value == name);
    }

    /// <summary>What an element of the documentation says, as Markdown.</summary>
    private static string Text(XElement? element) => element is null ? "" : Blanks().Replace(string.Concat(element.Nodes().Select(node => node switch
    {
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")?.Value.Split('.')[^1]}`",
        XElement other => other.Value,
        _ => node.ToString(),
    })), " ").Trim();

    [GeneratedRegex(@"View\z|Body\z", RegexOptions.None, 1000)]
    private static partial Regex ViewEnding();

    /// <summary>What is said to whoever changes the code, and to nobody else.</summary>
    [GeneratedRegex(@" ?(?:Numbers|Names) are stored[^.]*\.", RegexOptions.None, 1000)]
    private static partial Regex Stored();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
