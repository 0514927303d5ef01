using System.Text.Json;

namespace TalksBot.Slack.Wire.Tests;

/// <summary>A request as the fake Slack saw it.</summary>
internal sealed record SentRequest(Uri Address, HttpRequestMessage Message, string Body)
{
    /// <summary>The method called, <c>chat.postMessage</c>.</summary>
    public string Method => Address.Segments[^1];

    public string? ContentType => Message.Content?.Headers.ContentType?.MediaType;

    public string? Authorization => Message.Headers.Authorization?.ToString();

    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
    }

    /// <summary>An argument of a form, null when it is not there.</summary>
    public string? Argument(string name) =>
        Body.Split('&')
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair[0] == name)
            .Select(pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')))
            .SingleOrDefault();
}
