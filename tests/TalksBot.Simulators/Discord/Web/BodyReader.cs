using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using TalksBot.Simulators.Discord.Rules;

namespace TalksBot.Simulators.Discord.Web;

/// <summary>Reads JSON and multipart bodies as Discord does. Protocol sheet §1 and §3.2.</summary>
internal static class BodyReader
{
    private const string Kinds = "{'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'}";

    public static async Task<(JsonNode? Body, IReadOnlyList<UploadedFile> Files)> ReadAsync(HttpRequest request, DiscordSimulatorOptions options, CancellationToken token)
    {
        if (request.ContentLength is null or 0 && request.ContentType is null)
        {
            return (new JsonObject(), []);
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, token);
        if (buffer.Length > options.MaxRequestBytes)
        {
            throw new Refusal(413, 40005, "Request entity too large");
        }

        buffer.Position = 0;
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType.Value switch
        {
            "application/json" => (Parse(buffer.ToArray()), []),
            "application/x-www-form-urlencoded" => (await UrlEncodedAsync(buffer, token), []),
            "multipart/form-data" => await MultipartAsync(buffer, HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), options, token),
            _ => throw WrongKind(),
        } : throw WrongKind();
    }

    private static Refusal WrongKind() => Form.Invalid("", "CONTENT_TYPE_INVALID", $"Expected \"Content-Type\" header to be one of {Kinds}.");

    private static JsonNode? Parse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            throw new Refusal(400, 50109, "The request body contains invalid JSON.");
        }
    }

    private static async Task<JsonNode> UrlEncodedAsync(MemoryStream body, CancellationToken token)
    {
        using var reader = new FormReader(body);
        var json = new JsonObject();
        foreach (var (key, value) in await reader.ReadFormAsync(token))
        {
            json[key] = value.ToString();
        }

        return json;
    }

    private static async Task<(JsonNode?, IReadOnlyList<UploadedFile>)> MultipartAsync(MemoryStream body, string boundary, DiscordSimulatorOptions options, CancellationToken token)
    {
        JsonNode? json = null;
        var files = new List<UploadedFile>();
        var reader = new MultipartReader(boundary, body);
        try
        {
            while (await reader.ReadNextSectionAsync(token) is { } section)
            {
                using var content = new MemoryStream();
                await section.Body.CopyToAsync(content, token);
                var disposition = ContentDispositionHeaderValue.Parse(section.ContentDisposition);
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                if (name is "payload_json")
                {
                    json = Parse(content.ToArray());
                    continue;
                }

                files.Add(FileOf(name, disposition, section.ContentType, content.ToArray(), options));
            }
        }
        catch (Exception fault) when (fault is IOException or FormatException or InvalidDataException)
        {
            throw Form.Invalid("", "MULTIPART_INVALID", "The multipart body could not be read.");
        }

        return files.Count > 10
            ? throw new Refusal(400, 30015, "Maximum number of attachments reached (10)")
            : (json ?? throw Form.Invalid("payload_json", "BASE_TYPE_REQUIRED", "This field is required"), files);
    }

    private static UploadedFile FileOf(string name, ContentDispositionHeaderValue disposition, string? type, byte[] bytes, DiscordSimulatorOptions options)
    {
        if (!name.StartsWith("files[", StringComparison.Ordinal) || !name.EndsWith(']')
            || !ulong.TryParse(name[6..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            throw Form.Invalid(name, "MULTIPART_PART_UNKNOWN", "A part must be payload_json or files[n].");
        }

        var fileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
        if (fileName.Length is 0)
        {
            throw Form.Invalid(name, "BASE_TYPE_REQUIRED", "A file must bring its filename.");
        }

        return bytes.Length > options.MaxFileBytes
            ? throw new Refusal(413, 40005, "Request entity too large")
            : new UploadedFile(index, fileName, type ?? "application/octet-stream", bytes);
    }
}
