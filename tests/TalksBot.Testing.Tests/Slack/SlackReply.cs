using System.Net;
using System.Text.Json.Nodes;

namespace TalksBot.Testing.Tests.Slack;

/// <summary>What came back for a request.</summary>
public sealed record SlackReply(HttpStatusCode Status, JsonObject? Body, string Text, TimeSpan? RetryAfter, IReadOnlyDictionary<string, string> Headers)
{
    public bool Ok => (bool?)Body?["ok"] is true;

    public string? Error => (string?)Body?["error"];

    public string Ts => (string)Body!["ts"]!;

    /// <summary>The complaints, one after another.</summary>
    public string Messages => string.Join(';', (Body?["response_metadata"]?["messages"] as JsonArray ?? []).Select(one => one!.ToString()));

    public JsonNode? this[string key] => Body?[key];

    public static async Task<SlackReply> ReadAsync(HttpResponseMessage response, CancellationToken token)
    {
        var text = await response.Content.ReadAsStringAsync(token);
        var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new SlackReply(response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : null, text, response.Headers.RetryAfter?.Delta, headers);
    }
}
