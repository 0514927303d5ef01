using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TalksBot.Slack.Wire.Api;

namespace TalksBot.Slack.Wire.Tests;

/// <summary>Answers requests by a script instead of a network.</summary>
internal sealed class FakeSlack(Func<SentRequest, HttpResponseMessage> answer) : HttpMessageHandler
{
    public const string BotToken = "xoxb-very-secret";
    public const string AppToken = "xapp-also-secret";
    public const string Posted = """{"ok":true,"channel":"C1","ts":"1503435956.000247","message":{"text":"x","ts":"1503435956.000247"}}""";

    public static SlackWireOptions Options { get; } = new() { BotToken = new(BotToken), AppToken = new(AppToken) };

    public ConcurrentQueue<SentRequest> Requests { get; } = new();

    public static HttpResponseMessage Json(string body, int status = 200, int? retryAfter = null)
    {
        var response = Text(status, body, "application/json");
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", $"{retryAfter}");
        }

        return response;
    }

    public static HttpResponseMessage Error(string code) => Json($$"""{"ok":false,"error":"{{code}}"}""");

    public static HttpResponseMessage Text(int status, string body, string type = "text/html") =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };

    public SlackApi Api(TimeProvider? time = null, SlackWireOptions? options = null, ILogger<SlackApi>? logger = null) =>
        new(new HttpClient(this), options ?? Options, time ?? TimeProvider.System, logger ?? NullLogger<SlackApi>.Instance);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new SentRequest(request.RequestUri!, request, body);
        Requests.Enqueue(sent);
        return answer(sent);
    }
}
