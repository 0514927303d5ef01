using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.OpenApi;

/// <summary>Discord's published OpenAPI document, as a judge of request and response bodies.</summary>
public static class DiscordOpenApi
{
    private static readonly Lazy<JsonObject> Document = new(Load);

    private static readonly Lazy<Dictionary<string, JsonObject>> Operations = new(() => Document.Value["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject())
        .Select(method => method.Value)
        .OfType<JsonObject>()
        .Where(operation => operation.ContainsKey("operationId"))
        .ToDictionary(operation => (string)operation["operationId"]!, StringComparer.Ordinal));

    /// <summary>
    /// Judges a body by the name of a component schema, or by an operation id (its JSON request body). Request bodies are
    /// also searched for keys that the document does not know. Empty means the body is right.
    /// </summary>
    public static IReadOnlyList<string> Validate(string operationOrSchema, JsonNode? body) =>
        Schema(operationOrSchema) is { } schema
            ? new SchemaCheck(Document.Value, unknownKeysAreFaults: false).Faults(schema, body)
            : ValidateRequest(operationOrSchema, body);

    /// <summary>Judges a body as the JSON request of an operation, e.g. <c>create_message</c>; unknown keys are faults.</summary>
    public static IReadOnlyList<string> ValidateRequest(string operation, JsonNode? body)
    {
        var schema = Operation(operation)["requestBody"]?["content"]?["application/json"]?["schema"]
            ?? throw new ArgumentException($"Operation {operation} takes no JSON body.", nameof(operation));
        return new SchemaCheck(Document.Value, unknownKeysAreFaults: true).Faults(schema.AsObject(), body);
    }

    /// <summary>Judges a body as what an operation answers with this status; a status without a body must bring none.</summary>
    public static IReadOnlyList<string> ValidateResponse(string operation, int status, JsonNode? body)
    {
        var responses = Operation(operation)["responses"]!.AsObject();
        var response = responses[$"{status}"] ?? (status is >= 400 and < 500 ? responses["4XX"] : null);
        if (response is null)
        {
            return [$"$: {operation} never answers {status}"];
        }

        var check = new SchemaCheck(Document.Value, unknownKeysAreFaults: false);
        var schema = check.Resolve(response.AsObject())["content"]?["application/json"]?["schema"]?.AsObject();
        return schema is not null ? check.Faults(schema, body) : body is null ? [] : [$"$: {operation} {status} has no body"];
    }

    private static JsonObject? Schema(string name) => Document.Value["components"]!["schemas"]![name]?.AsObject();

    private static JsonObject Operation(string id) => Operations.Value.GetValueOrDefault(id)
        ?? throw new ArgumentException($"The document has neither a schema nor an operation called {id}.", nameof(id));

    [SuppressMessage("Design", "MA0045", Justification = "An embedded resource is already in memory.")]
    private static JsonObject Load()
    {
        using var stream = typeof(DiscordOpenApi).Assembly.GetManifestResourceStream("discord-openapi.json")!;
        var document = JsonNode.Parse(stream)!.AsObject();
        Visit(document);
        return document;
    }

    /// <summary>A parsed node unfolds when first read, which many readers at once must not do.</summary>
    private static void Visit(JsonNode? node)
    {
        var inner = (node as JsonObject)?.Select(pair => pair.Value) ?? node as JsonArray ?? Enumerable.Empty<JsonNode?>();
        foreach (var one in inner)
        {
            Visit(one);
        }
    }
}
