using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NSec.Cryptography;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Interactions;

/// <summary>Interactions over HTTP, signed with Ed25519, now and then wrongly on purpose. Protocol sheet §8.</summary>
internal sealed class HttpEndpoint : IDisposable
{
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly HttpClient _client = new();
    private readonly DiscordWorld _world;
    private readonly Uri _address;

    public HttpEndpoint(DiscordWorld world, Uri address)
    {
        _world = world;
        _address = address;
        world.VerifyKey = Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    public void Dispose()
    {
        _key.Dispose();
        _client.Dispose();
    }

    /// <summary>What Discord does before it saves an address: a PING must be answered, a bad signature refused with 401.</summary>
    public async Task<bool> AdmitsAsync(CancellationToken token)
    {
        var ping = new JsonObject { ["type"] = 1, ["id"] = "1", ["application_id"] = $"{_world.ApplicationId}", ["token"] = "ping", ["version"] = 1 };
        using var good = await SendAsync(ping, corrupt: false, token);
        using var bad = await SendAsync(ping, corrupt: true, token);
        var pong = good.StatusCode is HttpStatusCode.OK ? JsonNode.Parse(await good.Content.ReadAsStringAsync(token)) : null;
        return (int?)pong?["type"] is 1 && bad.StatusCode is HttpStatusCode.Unauthorized;
    }

    /// <summary>The response given at once; null when the bot answers 202 and calls back later, or fails.</summary>
    public async Task<JsonObject?> DeliverAsync(JsonObject payload, CancellationToken token)
    {
        using var answer = await SendAsync(payload, corrupt: false, token);
        return answer.StatusCode is HttpStatusCode.OK ? JsonNode.Parse(await answer.Content.ReadAsStringAsync(token)) as JsonObject : null;
    }

    private async Task<HttpResponseMessage> SendAsync(JsonObject payload, bool corrupt, CancellationToken token)
    {
        var body = payload.ToJsonString();
        var stamp = _world.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(stamp + body));
        signature[0] ^= corrupt ? (byte)0xFF : (byte)0;
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(signature));
        request.Headers.Add("X-Signature-Timestamp", stamp);
        return await _client.SendAsync(request, token);
    }
}
