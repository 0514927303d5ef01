using System.Globalization;
using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.Web;

/// <summary>An answer to a request: a status and JSON, or a page as a proxy in between would write it.</summary>
internal sealed record RestReply(int Status, JsonNode? Body)
{
    public string? Html { get; init; }

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static RestReply Ok(JsonNode body) => new(200, body);

    public static RestReply Created(JsonNode body) => new(201, body);

    public static RestReply Nothing => new(204, null);

    /// <summary>Protocol sheet §10: the header rounds up, the body is exact. discord.py takes a 429 without <c>Via</c> for a ban by Cloudflare.</summary>
    public static RestReply TooMany(TimeSpan wait, string scope, int code = 0)
    {
        var body = new JsonObject
        {
            ["message"] = "You are being rate limited.",
            ["retry_after"] = Math.Round(wait.TotalSeconds, 3),
            ["global"] = scope is "global",
            ["code"] = code,
        };
        var reply = new RestReply(429, body);
        reply.Headers["Via"] = "1.1 google";
        reply.Headers["Retry-After"] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        reply.Headers["X-RateLimit-Scope"] = scope;
        if (scope is "global")
        {
            reply.Headers["X-RateLimit-Global"] = "true";
        }

        return reply;
    }

    /// <summary>The same with other words for how long to wait; empty takes them out, null leaves them.</summary>
    public RestReply With(string? retryAfterHeader, string? retryAfterBody)
    {
        if (retryAfterHeader is not null)
        {
            Headers.Remove("Retry-After");
        }

        if (retryAfterHeader is { Length: > 0 })
        {
            Headers["Retry-After"] = retryAfterHeader;
        }

        if (retryAfterBody is not null && Body is JsonObject body)
        {
            body.Remove("retry_after");
            if (retryAfterBody.Length > 0)
            {
                body["retry_after"] = JsonNode.Parse(retryAfterBody);
            }
        }

        return this;
    }

    public static RestReply Page(int status, string title) =>
        new(status, null) { Html = $"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1><p>cloudflare</p></body></html>" };
}
