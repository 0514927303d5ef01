using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using TalksBot.Core.Channels;
using TalksBot.Testing;

namespace TalksBot.Webhook.Tests;

/// <summary>
/// A receiver on a loopback port as somebody would write one from docs/webhook.md: it verifies, takes an id it knows as done, and
/// applies what the events say. Written against the documentation, not with the adapter's own types.
/// </summary>
internal sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly WebApplication _app;
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, List<JsonObject>> _channels = new() { ["desk"] = [], ["wire"] = [] };
    private readonly Lock _gate = new();

    private Receiver(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Answers every event of a type with this instead of doing what it says.</summary>
    public Func<string, int?> Refuse { get; set; } = _ => null;

    /// <summary>Does what the event says, and breaks the connection instead of answering.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>The header Retry-After of refusals.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>Every event that arrived, with its id.</summary>
    public ConcurrentQueue<(string Id, JsonObject Event)> Arrived { get; } = [];

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(receiver.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        receiver.Url = $"{app.Urls.First()}/talks";
        return receiver;
    }

    /// <summary>Events for the channel are refused for good.</summary>
    public void Forget(string channel)
    {
        lock (_gate)
        {
            _channels.Remove(channel);
        }
    }

    /// <summary>What stands in a channel, oldest first.</summary>
    public IReadOnlyList<JsonObject> Posts(ChannelAddress channel)
    {
        lock (_gate)
        {
            return [.. _channels.GetValueOrDefault(channel.Channel, [])];
        }
    }

    public IReadOnlyList<VisibleMessage> Visible(ChannelAddress channel) =>
    [
        .. Posts(channel).Select(post => new VisibleMessage($"{post["text"]}\n{post["reference"]}")
        {
            Pings = post["mention"] is { } mention ? [$"{mention}"] : [],
        }),
    ];

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var id = $"{context.Request.Headers["webhook-id"]}";
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{context.Request.Headers["webhook-timestamp"]}.{body}"));
        var expected = $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), signed))}";
        if (context.Request.Headers["webhook-signature"] != expected)
        {
            context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
            return;
        }

        var @event = JsonNode.Parse(body)!.AsObject();
        Arrived.Enqueue((id, @event));
        if (Refuse($"{@event["type"]}") is { } status)
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = RetryAfter;
            return;
        }

        context.Response.StatusCode = Apply(id, $"{@event["type"]}", @event["data"]!.AsObject());
        if (LosesAnswers)
        {
            context.Abort();
        }
    }

    private int Apply(string id, string type, JsonObject data)
    {
        lock (_gate)
        {
            if (!_channels.TryGetValue($"{data["channel"]}", out var posts))
            {
                return (int)HttpStatusCode.Gone;
            }

            if (!_seen.Add(id))
            {
                return (int)HttpStatusCode.OK;
            }

            var at = posts.FindIndex(post => $"{post["id"]}" == $"{data["id"]}");
            switch (type)
            {
                case "post.created" when at < 0:
                    posts.Add(data);
                    break;
                case "post.updated" when at >= 0:
                    posts[at] = data;
                    break;
                case "post.deleted" when at >= 0:
                    posts.RemoveAt(at);
                    break;
                default:
                    break;
            }

            return (int)HttpStatusCode.NoContent;
        }
    }
}
