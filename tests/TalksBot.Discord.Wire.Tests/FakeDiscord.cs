using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Tests;

/// <summary>Answers requests by a script instead of a network.</summary>
internal sealed class FakeDiscord(Func<SentRequest, HttpResponseMessage> answer) : HttpMessageHandler
{
    public const string BotToken = "very.secret.token";
    public const string Message = """
        {"id":"7","channel_id":"1","author":{"id":"9","username":"bot"},"content":"x","timestamp":"2026-11-23T10:00:00+00:00"}
        """;

    public const string Bot = """{"id":"9","username":"bot"}""";

    public ConcurrentQueue<SentRequest> Requests { get; } = new();

    public static DiscordWireOptions Options { get; } = new() { Token = new(BotToken) };

    public static HttpResponseMessage Json(int status, string body, params (string Name, string Value)[] headers)
    {
        var response = Text(status, body, "application/json");
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    public static HttpResponseMessage Text(int status, string body, string type) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };

    public static HttpResponseMessage Nothing() => new(HttpStatusCode.NoContent);

    public DiscordRest Rest(TimeProvider? time = null, DiscordWireOptions? options = null) =>
        new(new HttpClient(this), options ?? Options, time ?? TimeProvider.System, NullLogger<DiscordRest>.Instance);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new SentRequest(request.Method, request.RequestUri!, request, body);
        Requests.Enqueue(sent);
        return answer(sent);
    }
}
