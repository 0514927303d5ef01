using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.OpenApi;

/// <summary>
/// The places where Discord's documentation and its OpenAPI document disagree; both forms are taken there.
/// Protocol sheet §2 and §3.2 (attachment placeholders are numbers), §6 (permissions are strings), §11 (error codes).
/// </summary>
internal static class Disagreements
{
    public static bool Allow(string key, JsonObject schema, JsonNode? value) => (key, value?.GetValueKind()) switch
    {
        ("code", JsonValueKind.String) => Says(schema, "integer"),
        ("default_member_permissions", JsonValueKind.String) => ulong.TryParse((string?)value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        ("id", JsonValueKind.Number) => ((string?)schema["$ref"])?.EndsWith("/SnowflakeType", StringComparison.Ordinal) is true && value!.ToJsonString().Length < 3,
        _ => false,
    };

    private static bool Says(JsonObject schema, string type) => schema["type"] is JsonValue declared && string.Equals((string?)declared, type, StringComparison.Ordinal);
}
