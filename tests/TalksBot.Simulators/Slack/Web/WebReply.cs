using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TalksBot.Simulators.Slack.Web;

/// <summary>What goes back over HTTP.</summary>
internal sealed record WebReply(int Status, string Body, string ContentType = "application/json; charset=utf-8")
{
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    public static WebReply Of(JsonObject json) => new(200, json.ToJsonString());

    public static WebReply Page(int status) => new(status, "<!DOCTYPE html><html><title>Server Error</title><body>Something went wrong.</body></html>", "text/html; charset=utf-8");

    /// <summary>429; the wait is rounded up to whole seconds, at least one.</summary>
    public static WebReply TooMany(Duration wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return new WebReply(429, """{"ok":false,"error":"ratelimited"}""") { Headers = { ["Retry-After"] = $"{seconds}" } };
    }

    /// <summary>The same with another Retry-After; empty takes it out, null leaves it.</summary>
    public WebReply With(string? retryAfter)
    {
        if (retryAfter is { Length: 0 })
        {
            Headers.Remove("Retry-After");
        }
        else if (retryAfter is not null)
        {
            Headers["Retry-After"] = retryAfter;
        }

        return this;
    }

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(Body, context.RequestAborted);
    }
}
