using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Posting;

/// <summary>Gives components the ids and defaults that Discord's answers carry.</summary>
internal sealed class ComponentRendering(Snowflakes ids, IReadOnlyList<StoredFile> files)
{
    private int _last;

    public JsonArray Render(JsonArray? written) => Iso.List((written ?? []).OfType<JsonObject>().Select(One));

    private JsonObject One(JsonObject written)
    {
        var component = new JsonObject { ["type"] = (int)written["type"]!, ["id"] = (int?)written["id"] ?? ++_last };
        foreach (var (key, value) in written.Where(pair => pair.Value is not null && pair.Key is not ("type" or "id")))
        {
            component[key] = key switch
            {
                "components" => Render(value as JsonArray),
                "accessory" => One(value!.AsObject()),
                "media" or "file" => Media(value!.AsObject()),
                "items" => Iso.List(value!.AsArray().OfType<JsonObject>().Select(Item)),
                _ => value!.DeepClone(),
            };
        }

        AddDefaults(component);
        return component;
    }

    private static void AddDefaults(JsonObject component)
    {
        switch ((int)component["type"]!)
        {
            case 3 or 5 or 6 or 7 or 8:
                component["min_values"] ??= 1;
                component["max_values"] ??= 1;
                break;
            case 11:
                component["description"] ??= null;
                component["spoiler"] ??= false;
                break;
            case 13:
                component["name"] ??= null;
                component["size"] ??= null;
                component["spoiler"] ??= false;
                break;
            case 14:
                component["spacing"] ??= 1;
                component["divider"] ??= true;
                break;
            case 17:
                component["accent_color"] ??= null;
                component["spoiler"] ??= false;
                break;
        }
    }

    private JsonObject Item(JsonObject item) => new()
    {
        ["media"] = Media(item["media"]!.AsObject()),
        ["description"] = item["description"]?.DeepClone(),
        ["spoiler"] = (bool?)item["spoiler"] ?? false,
    };

    private JsonObject Media(JsonObject written)
    {
        var url = (string)written["url"]!;
        var file = EmbedRendering.Find(url, files);
        var media = new JsonObject
        {
            ["id"] = $"{ids.Next()}",
            ["url"] = file?.Url ?? url,
            ["proxy_url"] = file?.Url ?? url,
            ["width"] = null,
            ["height"] = null,
            ["content_type"] = file?.ContentType,
        };
        if (file is not null)
        {
            media["attachment_id"] = $"{file.Id}";
        }

        return media;
    }
}
