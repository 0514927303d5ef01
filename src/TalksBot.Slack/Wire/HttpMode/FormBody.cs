using System.Net;
using System.Text;
using System.Text.Json;

namespace TalksBot.Slack.Wire.HttpMode;

/// <summary>Reads <c>application/x-www-form-urlencoded</c>; of a name that comes twice the first counts.</summary>
internal static class FormBody
{
    public static IReadOnlyDictionary<string, string> Read(ReadOnlySpan<byte> body)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            values.TryAdd(WebUtility.UrlDecode(parts[0]), parts.Length == 2 ? WebUtility.UrlDecode(parts[1]) : "");
        }

        return values;
    }

    /// <summary>The same as an object of texts, which is how a socket would bring it.</summary>
    public static JsonElement ToJson(IReadOnlyDictionary<string, string> form) =>
        JsonSerializer.SerializeToElement(form, WireJson.Default.IReadOnlyDictionaryStringString);
}
