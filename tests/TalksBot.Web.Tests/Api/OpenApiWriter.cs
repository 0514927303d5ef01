using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TalksBot.Core.Commands;
using TalksBot.Features.Views;
using TalksBot.Web.Api;
using TalksBot.Web.Hosting;

namespace TalksBot.Web.Tests.Api;

/// <summary>Writes the OpenAPI document from the code: routes from the operations, schemas from the types, and what is said of them from their documentation.</summary>
internal sealed partial class OpenApiWriter
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly OpenApiSchemas _schemas = new();

    /// <summary>Writes it.</summary>
    public string Write(IReadOnlyList<ApiOperation> operations)
    {
        var paths = new JsonObject();
        foreach (var path in operations.GroupBy(operation => operation.Path))
        {
            paths[path.Key] = new JsonObject(path.Select(operation => KeyValuePair.Create(operation.Method.ToLowerInvariant(), (JsonNode?)Operation(operation))));
        }

        var problem = _schemas.Reference(typeof(Problem));
        var document = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "TalksBot",
                ["version"] = "1",
                ["description"] = "The record of a desk that follows talks: read it, and report updates by the commands and rules of its chat. See docs/api.md.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = ViewPaths.Root }),
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "A token that a chief makes with /talks api add." } },
                ["responses"] = new JsonObject
                {
                    ["Problem"] = new JsonObject
                    {
                        ["description"] = "Refused, in a sentence. 401 without a token that holds, 403 names the role that is needed, 429 and 503 say when to come back.",
                        ["content"] = new JsonObject { [Problem.MediaType] = new JsonObject { ["schema"] = problem } },
                    },
                },
                ["schemas"] = _schemas.All,
            },
        };
        return $"{document.ToJsonString(Written)}\n";
    }

    private JsonObject Operation(ApiOperation operation)
    {
        var written = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["summary"] = operation.Summary,
            ["description"] = $"Needs the role {operation.Role.Word()}.",
            ["parameters"] = new JsonArray([.. Parameters(operation)]),
        };
        if (operation.Body is { } body)
        {
            written["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = Json(new JsonObject { ["oneOf"] = new JsonArray(_schemas.Reference(body), _schemas.Reference(typeof(ConfirmBody))) }),
            };
        }

        var responses = new JsonObject();
        foreach (var (status, description) in Statuses(operation))
        {
            responses[status] = new JsonObject { ["description"] = description, ["content"] = Json(_schemas.Reference(operation.Answers)) };
        }

        if (operation.Body is null)
        {
            responses["200"]!["headers"] = new JsonObject { ["ETag"] = new JsonObject { ["description"] = "Another as soon as any of it reads otherwise.", ["schema"] = new JsonObject { ["type"] = "string" } } };
            responses["304"] = new JsonObject { ["description"] = "It reads as If-None-Match says." };
        }

        responses["4XX"] = new JsonObject { ["$ref"] = "#/components/responses/Problem" };
        responses["5XX"] = new JsonObject { ["$ref"] = "#/components/responses/Problem" };
        written["responses"] = responses;
        return written;
    }

    private static IEnumerable<(string Status, string Description)> Statuses(ApiOperation operation) => operation switch
    {
        { Body: null } => [("200", "What was asked for.")],
        { Success: 201 } => [("200", "Nothing is done yet: a preview, to be confirmed."), ("201", "It was added, and everybody may see it."), ("202", "It was added, and nobody sees it yet: it is under embargo, or waits for a second editor.")],
        _ => [("200", "It was done; or a preview, to be confirmed.")],
    };

    private static IEnumerable<JsonNode> Parameters(ApiOperation operation)
    {
        foreach (var name in PathName().Matches(operation.Path).Select(match => match.Groups["name"].Value))
        {
            yield return Parameter("path", name, name switch
            {
                "talks" => "the slug of the talks",
                "update" => "the number of the update, such as 3",
                _ => $"the number of the {name}, such as {char.ToUpperInvariant(name[0])}1",
            }, required: true);
        }

        foreach (var parameter in operation.Query)
        {
            yield return Parameter("query", parameter.Name, parameter.Summary, type: parameter.Type, format: parameter.Format);
        }

        if (operation.Body is null)
        {
            yield return Parameter("header", "If-None-Match", "the ETag of an answer before; 304 where it still reads so");
        }

        if (operation.ChangesWhatWasRead)
        {
            yield return Parameter("header", "If-Match", "the ETag with which the update was read; 412 where it reads otherwise by now");
        }

        if (operation.Body is not null)
        {
            yield return Parameter("header", ApiChanges.KeyHeader, "a name of your own for what you send: however often it is sent under that name, it is done once, and the answer is that of the first time");
        }
    }

    private static JsonObject Parameter(string place, string name, string summary, bool required = false, string type = "string", string format = "")
    {
        var written = new JsonObject { ["name"] = name, ["in"] = place, ["description"] = summary };
        if (required)
        {
            written["required"] = true;
        }

        written["schema"] = format.Length == 0 ? new JsonObject { ["type"] = type } : new JsonObject { ["type"] = type, ["format"] = format };
        return written;
    }

    private static JsonObject Json(JsonNode schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.None, 1000)]
    private static partial Regex PathName();
}
