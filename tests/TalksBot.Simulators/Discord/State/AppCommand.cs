using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>A registered command; <paramref name="Body"/> is the response shape without its ids.</summary>
internal sealed record AppCommand(ulong Id, ulong ApplicationId, ulong? GuildId, ulong Version, JsonObject Body)
{
    public string Name => (string)Body["name"]!;

    public int Kind => (int)Body["type"]!;

    public JsonObject ToJson(bool localised = true)
    {
        var json = new JsonObject { ["id"] = $"{Id}", ["application_id"] = $"{ApplicationId}", ["version"] = $"{Version}" };
        if (GuildId is not null)
        {
            json["guild_id"] = $"{GuildId}";
        }

        foreach (var (key, value) in Body)
        {
            json[key] = value?.DeepClone();
        }

        if (!localised)
        {
            DropLocalisations(json);
        }

        return json;
    }

    private static void DropLocalisations(JsonObject part)
    {
        part.Remove("name_localizations");
        part.Remove("description_localizations");
        foreach (var inner in (part["options"] as JsonArray ?? []).Concat(part["choices"] as JsonArray ?? []))
        {
            DropLocalisations(inner!.AsObject());
        }
    }
}
