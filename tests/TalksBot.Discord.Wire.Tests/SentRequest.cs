using System.Text.Json;

namespace TalksBot.Discord.Wire.Tests;

/// <summary>A request as the fake Discord saw it.</summary>
internal sealed record SentRequest(HttpMethod Method, Uri Address, HttpRequestMessage Message, string Body)
{
    public string Target => $"{Method} {Address.PathAndQuery}";

    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
    }
}
