using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>An uploaded file and the link it is served under.</summary>
internal sealed record StoredFile(ulong Id, string Name, string ContentType, byte[] Bytes, string Url)
{
    public string? Description { get; set; }

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = $"{Id}",
            ["filename"] = Name,
            ["size"] = Bytes.Length,
            ["url"] = Url,
            ["proxy_url"] = Url,
            ["content_type"] = ContentType,
        };
        if (Description is not null)
        {
            json["description"] = Description;
        }

        if (PngSize.Of(Bytes) is var (width, height))
        {
            json["width"] = width;
            json["height"] = height;
        }

        return json;
    }
}
