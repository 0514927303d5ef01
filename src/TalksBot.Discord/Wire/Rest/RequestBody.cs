using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>What a request carries, kept so that it can be sent more than once.</summary>
internal sealed class RequestBody
{
    private readonly byte[] _json;
    private readonly IReadOnlyList<FileUpload> _files;

    private RequestBody(byte[] json, IReadOnlyList<FileUpload> files) => (_json, _files) = (json, files);

    public static RequestBody Of<T>(T value, JsonTypeInfo<T> type, IReadOnlyList<FileUpload>? files = null) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), files ?? []);

    /// <summary>JSON alone, or multipart as soon as there are files (discord.md §3.2).</summary>
    public HttpContent ToContent() => _files.Count == 0 ? Json() : Multipart();

    private ByteArrayContent Json()
    {
        var content = new ByteArrayContent(_json);
        content.Headers.ContentType = new("application/json");
        return content;
    }

    private MultipartContent Multipart()
    {
        var content = new MultipartContent("form-data");
        content.Add(Named(Json(), "payload_json", filename: null));
        for (var n = 0; n < _files.Count; n++)
        {
            var file = new ReadOnlyMemoryContent(_files[n].Content);
            file.Headers.ContentType = new(_files[n].ContentType);
            content.Add(Named(file, $"files[{n}]", _files[n].Filename));
        }

        return content;
    }

    // .NET leaves the names bare; whether Discord takes that is unknown, so they are quoted here (discord.md §3.2).
    private static HttpContent Named(HttpContent part, string name, string? filename)
    {
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"" };
        if (filename is not null)
        {
            part.Headers.ContentDisposition.FileName = $"\"{filename}\"";
        }

        return part;
    }
}
