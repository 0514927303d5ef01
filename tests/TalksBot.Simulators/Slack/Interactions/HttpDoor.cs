using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>Signed HTTP, now and then forged on purpose. slack.md §8.</summary>
internal sealed class HttpDoor(SlackWorld world, Uri requestUrl) : IDoor, IDisposable
{
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private SignedRequest? _last;

    public void Dispose() => _client.Dispose();

    public async Task<Delivered> DeliverAsync(Envelope envelope, CancellationToken token)
    {
        _last = Sign(Request(envelope), Forgery.None);
        try
        {
            using var answer = await SendAsync(_last, token).WaitAsync(world.Options.AckDeadline, world.Options.Time, token);
            var body = await answer.Content.ReadAsStringAsync(token);
            return answer.StatusCode is HttpStatusCode.OK
                ? new Delivered(DeliveredKind.Acked, envelope.AcceptsPayload ? Read(body) : null)
                : new Delivered(DeliveredKind.NoDoor, null);
        }
        catch (TimeoutException)
        {
            return new Delivered(DeliveredKind.TimedOut, null);
        }
        catch (HttpRequestException)
        {
            return new Delivered(DeliveredKind.NoDoor, null);
        }
    }

    /// <summary>Sends a command signed well or badly; gives the status it was answered with.</summary>
    public async Task<HttpStatusCode> ForgeAsync(Envelope command, Forgery forgery, CancellationToken token)
    {
        var request = forgery is Forgery.Replay
            ? _last ?? throw new InvalidOperationException("Nothing was sent yet that could be replayed.")
            : Sign(forgery is Forgery.SslCheck ? new SignedRequest(requestUrl, "ssl_check=1&token=simulated", Form) : Request(command), forgery);
        using var answer = await SendAsync(request, token);
        return answer.StatusCode;
    }

    /// <summary>What Slack does before it saves an address for events: the challenge must come back.</summary>
    public async Task<bool> EchoesChallengeAsync(CancellationToken token)
    {
        var challenge = SlackIds.Secret(32);
        var body = new JsonObject { ["type"] = "url_verification", ["token"] = "simulated", ["challenge"] = challenge }.ToJsonString();
        using var answer = await SendAsync(Sign(new SignedRequest(world.Options.EventsUrl ?? requestUrl, body, Json), Forgery.None), token);
        var text = await answer.Content.ReadAsStringAsync(token);
        return answer.StatusCode is HttpStatusCode.OK && (text == challenge || text == $"challenge={challenge}" || (Read(text) as JsonObject)?["challenge"]?.ToString() == challenge);
    }

    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json";

    private SignedRequest Request(Envelope envelope) => envelope.Type switch
    {
        "slash_commands" => new(requestUrl, Encode(envelope.Payload.Select(pair => (pair.Key, pair.Value!.ToString()))), Form),
        "interactive" => new(world.Options.InteractivityUrl ?? requestUrl, Encode([("payload", envelope.Payload.ToJsonString())]), Form),
        _ => new(world.Options.EventsUrl ?? requestUrl, envelope.Payload.ToJsonString(), Json) { Retry = envelope.Attempt },
    };

    private static string Encode(IEnumerable<(string Key, string Value)> pairs) =>
        string.Join('&', pairs.Select(pair => $"{WebUtility.UrlEncode(pair.Key)}={WebUtility.UrlEncode(pair.Value)}"));

    private SignedRequest Sign(SignedRequest request, Forgery forgery)
    {
        var at = forgery is Forgery.OldTimestamp ? world.Now - Duration.FromMinutes(10) : world.Now;
        var stamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var secret = forgery is Forgery.WrongSignature ? new string('0', 32) : world.SigningSecret;
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{stamp}:{request.Body}"));
        var body = forgery is Forgery.TamperedBody ? $"{request.Body}&text=tampered" : request.Body;
        return request with { Body = body, Stamp = stamp, Signature = forgery is Forgery.NoSignature ? null : $"v0={Convert.ToHexStringLower(hash)}" };
    }

    private async Task<HttpResponseMessage> SendAsync(SignedRequest request, CancellationToken token)
    {
        // As bytes, for text would come with a charset, which Slack does not send and Bolt, comparing the whole header, does not take.
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body));
        content.Headers.ContentType = new MediaTypeHeaderValue(request.ContentType);
        using var message = new HttpRequestMessage(HttpMethod.Post, request.Url) { Content = content };
        message.Headers.UserAgent.ParseAdd("Slackbot 1.0 (+https://api.slack.com/robots)");
        if (request.Signature is not null)
        {
            message.Headers.Add("X-Slack-Signature", request.Signature);
            message.Headers.Add("X-Slack-Request-Timestamp", request.Stamp);
        }

        if (request.Retry > 0)
        {
            message.Headers.Add("X-Slack-Retry-Num", request.Retry.ToString(CultureInfo.InvariantCulture));
            message.Headers.Add("X-Slack-Retry-Reason", "http_timeout");
        }

        return await _client.SendAsync(message, token);
    }

    /// <summary>JSON, or the plain text a command may be answered with.</summary>
    private static JsonNode? Read(string body)
    {
        try
        {
            return body.Length is 0 ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return JsonValue.Create(body);
        }
    }
}
