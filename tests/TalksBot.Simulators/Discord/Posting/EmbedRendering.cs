using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Posting;

/// <summary>Turns accepted embeds and components into what Discord answers: links resolved, server-made keys added.</summary>
internal static class EmbedRendering
{
    public static (JsonArray Embeds, HashSet<ulong> Shown) Embeds(JsonArray? embeds, IReadOnlyList<StoredFile> files)
    {
        var shown = new HashSet<ulong>();
        var rendered = new JsonArray();
        foreach (var embed in (embeds ?? []).OfType<JsonObject>())
        {
            rendered.Add((JsonNode)Embed(embed, files, shown));
        }

        return (rendered, shown);
    }

    private static JsonObject Embed(JsonObject written, IReadOnlyList<StoredFile> files, HashSet<ulong> shown)
    {
        var embed = new JsonObject { ["type"] = "rich" };
        foreach (var key in new[] { "url", "title", "description", "color", "timestamp", "footer", "author", "image", "thumbnail" })
        {
            if (written[key] is { } value)
            {
                embed[key] = value.DeepClone();
            }
        }

        foreach (var (part, key, proxy) in new[] { ("image", "url", "proxy_url"), ("thumbnail", "url", "proxy_url"), ("footer", "icon_url", "proxy_icon_url"), ("author", "icon_url", "proxy_icon_url") })
        {
            if (embed[part] is JsonObject place)
            {
                ResolveLink(place, key, proxy, files, shown);
            }
        }

        if (written["fields"] is JsonArray { Count: > 0 } fields)
        {
            embed["fields"] = Iso.List(fields.OfType<JsonObject>().Select(field => new JsonObject
            {
                ["name"] = (string)field["name"]!,
                ["value"] = (string)field["value"]!,
                ["inline"] = (bool?)field["inline"] ?? false,
            }));
        }

        return embed;
    }

    private static void ResolveLink(JsonObject place, string key, string proxy, IReadOnlyList<StoredFile> files, HashSet<ulong> shown)
    {
        if ((string?)place[key] is not { } url)
        {
            place.Remove(key);
            return;
        }

        if (Find(url, files) is { } file)
        {
            shown.Add(file.Id);
            place[key] = file.Url;
            if (PngSize.Of(file.Bytes) is var (width, height) && key is "url")
            {
                place["width"] = width;
                place["height"] = height;
            }
        }

        place[proxy] = (string)place[key]!;
    }

    public static StoredFile? Find(string url, IReadOnlyList<StoredFile> files) =>
        files.FirstOrDefault(file => string.Equals(url, $"attachment://{file.Name}", StringComparison.Ordinal));
}
