using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.Interactions;

/// <summary>A message's components, however deep they lie: in rows, sections, containers.</summary>
internal static class ComponentTree
{
    public static IEnumerable<JsonObject> Flatten(JsonArray components) => components
        .OfType<JsonObject>()
        .SelectMany(one => Flatten(one["components"] as JsonArray ?? []).Append(one).Concat(one["accessory"] is JsonObject accessory ? [accessory] : []));
}
