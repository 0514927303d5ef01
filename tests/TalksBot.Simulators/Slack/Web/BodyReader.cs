using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TalksBot.Simulators.Slack.Web;

/// <summary>Reads forms, multipart forms, queries and JSON as Slack does. slack.md §1.</summary>
internal static class BodyReader
{
    public static async Task<JsonObject> ReadAsync(HttpRequest request, bool takesJson, CancellationToken token)
    {
        var arguments = new JsonObject();
        foreach (var (key, value) in request.Query)
        {
            arguments[key] = value.ToString();
        }

        if (HttpMethods.IsGet(request.Method) || request.ContentType is null)
        {
            return arguments;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            throw new Refusal("invalid_post_type");
        }

        if (type.Charset.HasValue && type.Charset.Value?.Trim('"').ToLowerInvariant() is not ("utf-8" or "utf8" or "iso-8859-1"))
        {
            throw new Refusal("invalid_charset");
        }

        switch (type.MediaType.Value)
        {
            case "application/json":
                return takesJson ? await ParseAsync(request, token) : arguments;
            case "application/x-www-form-urlencoded" or "multipart/form-data":
                await AddFormAsync(request, arguments, token);
                return arguments;
            case "text/plain":
                return arguments;
            default:
                throw new Refusal("invalid_post_type");
        }
    }

    private static async Task AddFormAsync(HttpRequest request, JsonObject arguments, CancellationToken token)
    {
        try
        {
            foreach (var (key, value) in await request.ReadFormAsync(token))
            {
                arguments[key] = value.ToString();
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            throw new Refusal("invalid_form_data");
        }
    }

    private static async Task<JsonObject> ParseAsync(HttpRequest request, CancellationToken token)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, token);
        if (body.Length is 0)
        {
            // Python's slack_sdk announces JSON and sends nothing where a method needs no arguments.
            return [];
        }

        try
        {
            body.Position = 0;
            var node = await JsonNode.ParseAsync(body, cancellationToken: token);
            return node as JsonObject ?? throw new Refusal("json_not_object");
        }
        catch (JsonException)
        {
            throw new Refusal("invalid_json");
        }
    }
}
