using System.Globalization;
using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>How Discord writes times and ids.</summary>
internal static class Iso
{
    public static string Of(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    public static JsonArray Ids(IEnumerable<ulong> ids) => [.. ids.Select(id => (JsonNode?)$"{id}")];

    public static JsonArray List(IEnumerable<JsonObject> items) => [.. items];
}
